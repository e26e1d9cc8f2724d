import type { ElderId } from '@shared/kernel/ids';
import { type Day, day } from '@shared/kernel/instant';
import type { ReplyOf } from '@shared/kernel/route';
import { giveEstate, readEstate } from '@shared/time-bank/estate.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n/use-text';
import { minutesName } from '@/platform/amounts';
import type { Failure } from '@/platform/client';
import { command } from '@/platform/command';
import { useQuery } from '@/platform/use-query';
import {
  Button,
  Card,
  CheckRow,
  confirmed,
  Field,
  Hero,
  Notice,
  QueryView,
  RefusalNotice,
  Second,
  Section,
  StatNumber,
  toast,
} from '@/ui';
import { poolsText } from './pools.text';

type Estate = ReplyOf<typeof readEstate>;
interface EstateFormProps {
  readonly elderId: ElderId;
  readonly onDone: () => void;
}

/** 身后转赠: what is left, whether it may be handed on now, and to whom of the family. */
export function EstateForm({ elderId, onDone }: EstateFormProps) {
  const locale = useLocale();
  const t = poolsText[locale];
  const query = useQuery(readEstate, { params: { elderId } });
  return (
    <QueryView query={query}>
      {(estate) => {
        const hindered = !estate.open
          ? t.estateClosed
          : estate.heldMinutes > 0
            ? t.estateHeld(minutesName(estate.heldMinutes, locale))
            : estate.availableMinutes === 0
              ? t.estateNone
              : undefined;
        return (
          <>
            <Second>{t.estateLead}</Second>
            <Hero>
              <StatNumber
                label={`${estate.elderName} · ${t.estateLeft}`}
                value={minutesName(estate.availableMinutes, locale)}
              />
            </Hero>
            {hindered === undefined ? (
              <Heirs elderId={elderId} estate={estate} onDone={onDone} />
            ) : (
              <Notice tone="wheat">{hindered}</Notice>
            )}
          </>
        );
      }}
    </QueryView>
  );
}

function Heirs({ elderId, estate, onDone }: EstateFormProps & { readonly estate: Estate }) {
  const locale = useLocale();
  const t = poolsText[locale];
  const [heir, setHeir] = useState<ElderId | 'pool'>();
  const [diedOn, setDiedOn] = useState('');
  const [why, setWhy] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const length = minutesName(estate.availableMinutes, locale);
  const name =
    heir === 'pool'
      ? t.heirPool(estate.villageName)
      : (estate.heirs.find((each) => each.elderId === heir)?.name ?? '');
  const isDay = day.safeParse(diedOn.trim()).success;
  const give = async () => {
    if (heir === undefined || !(await confirmed(t.estateQuestion(length, name), t.estateYes, t.no))) return;
    const to = heir === 'pool' ? {} : { toElderId: heir };
    const answer = await command(`estate ${elderId} ${heir}`, giveEstate, {
      body: { elderId, diedOn: diedOn.trim() as Day, why: why.trim(), ...to },
    });
    if (!answer.ok) return setFailure(answer.failure);
    toast(t.estateDone(minutesName(answer.value.minutes, locale)));
    onDone();
  };
  return (
    <>
      <Section title={t.heir}>
        <Card flat>
          {estate.heirs.map((each) => (
            <CheckRow key={each.elderId} checked={heir === each.elderId} onTap={() => setHeir(each.elderId)}>
              {t.heirElder(each.name, each.villageName)}
            </CheckRow>
          ))}
          <CheckRow checked={heir === 'pool'} onTap={() => setHeir('pool')}>
            {t.heirPool(estate.villageName)}
          </CheckRow>
        </Card>
      </Section>
      <Card>
        <Field
          label={t.diedOn}
          placeholder={t.diedHint}
          value={diedOn}
          onChange={setDiedOn}
          maxLength={10}
          {...(diedOn.trim() !== '' && !isDay ? { error: t.diedHint } : {})}
        />
        <Field
          label={t.estateWhy}
          placeholder={t.estateWhyHint}
          value={why}
          onChange={setWhy}
          maxLength={200}
        />
      </Card>
      <RefusalNotice failure={failure} />
      <Button kind="pine" disabled={heir === undefined || !isDay || why.trim() === ''} onTap={give}>
        {t.estateSend}
      </Button>
    </>
  );
}
