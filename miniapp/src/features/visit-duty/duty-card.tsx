import type { Way } from '@shared/visit-duty/duty';
import { handDuty, type DutyCard as One, recordDuty } from '@shared/visit-duty/visit-duty.contract';
import { useEffect, useRef, useState } from 'react';
import { said, useLocale } from '@/i18n';
import { callPhone, command, type Failure, momentName, useOutbox } from '@/platform';
import {
  Avatar,
  Button,
  ButtonRow,
  Card,
  confirmed,
  EntryRow,
  RefusalNotice,
  Second,
  Tag,
  type Tone,
  toast,
  useNow,
  Wrap,
} from '@/ui';
import { dutyLane } from './duty-elder';
import { HandSheet } from './hand-sheet';
import { SeenSheet } from './seen-sheet';
import { dutyText } from './visit-duty.text';

const causeTones: Readonly<Record<One['causes'][number]['kind'], Tone>> = {
  crisis: 'alarm',
  weather: 'sky',
  festival: 'persimmon',
  routine: 'grey',
};

interface DutyCardProps {
  readonly one: One;
  /** Who answers for the region may ask a helper. */
  readonly guards: boolean;
  readonly onChanged: () => Promise<void>;
  readonly onOpen?: () => void;
}

/** One elder to look in on. Call, then 见到了 and 都好: two taps, in mittens. */
export function DutyCard({ one, guards, onChanged, onOpen }: DutyCardProps) {
  const locale = useLocale();
  const t = dutyText[locale];
  const at = useNow();
  const [sheet, setSheet] = useState<'seen' | 'hand'>();
  const [called, setCalled] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const how: Way = called ? 'phone' : 'home';
  const { phone, elderId, callName } = one;
  const call = (number: string) => {
    setCalled(true);
    callPhone(number);
  };
  const notReached = async () => {
    if (!(await confirmed(t.notReachedAsk(callName), t.notReachedYes, t.notReachedNo))) return;
    const answer = await command(`not reached ${elderId}`, recordDuty, {
      params: { elderId },
      body: { outcome: 'not_reached', how },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) toast(said(answer.value.sentence, locale));
    await onChanged();
  };
  const takeBack = async () => {
    const answer = await command(`hand ${elderId} nobody`, handDuty, { params: { elderId }, body: {} });
    setFailure(answer.ok ? undefined : answer.failure);
    await onChanged();
  };
  const saved = () => {
    setSheet(undefined);
    void onChanged();
  };
  const waits = useOutbox(dutyLane(elderId)).length > 0;
  const waited = useRef(waits);
  useEffect(() => {
    // What was kept has gone out: whoever was seen is off the list now.
    if (waited.current && !waits) void onChanged();
    waited.current = waits;
  }, [waits, onChanged]);
  const late = one.lateDays > 0 || one.status === 'unreached';
  return (
    <Card {...(late ? { edge: one.status === 'unreached' ? ('alarm' as const) : ('wheat' as const) } : {})}>
      <EntryRow
        lead={<Avatar name={one.name} tone={late ? 'wheat' : 'pine'} />}
        title={`${callName}　${t.age(one.age)}`}
        note={[one.villageName, one.livesAlone ? t.alone : undefined, ...(guards ? [] : [one.address])]
          .filter(Boolean)
          .join(' · ')}
        aside={<Tag tone={late ? 'wheat' : 'grey'}>{t.late(one.lateDays)}</Tag>}
        {...(onOpen ? { onTap: onOpen } : {})}
      />
      <Wrap>
        {one.status === 'unreached' ? <Tag tone="alarm">{t.unreached}</Tag> : null}
        {one.causes.map(({ code, kind, words }) => (
          <Tag key={code} tone={causeTones[kind]}>
            {said(words, locale)}
          </Tag>
        ))}
        {one.reasons.map((reason) => (
          <Tag key={reason.zh}>{said(reason, locale)}</Tag>
        ))}
      </Wrap>
      <Second>{one.lastSeen ? t.before(said(one.lastSeen.sentence, locale)) : t.never}</Second>
      {guards ? null : (
        <Second>{[one.directions, one.doorNotes].filter((words) => words !== '').join('。')}</Second>
      )}
      {one.tries.map((each) => (
        <Second key={each.at}>{`${momentName(each.at, at, locale)} ${said(each.sentence, locale)}`}</Second>
      ))}
      <RefusalNotice failure={failure} />
      {waits ? (
        <Tag tone="wheat">{t.waits}</Tag>
      ) : (
        <ButtonRow>
          <Button small kind="outline" onTap={notReached}>
            {t.notReached}
          </Button>
          <Button small kind="pine" icon="check" onTap={() => setSheet('seen')}>
            {t.saw}
          </Button>
        </ButtonRow>
      )}
      {phone || guards ? (
        <ButtonRow>
          {phone ? (
            <Button small kind="outline" icon="phone" onTap={() => call(phone)}>
              {t.call}
            </Button>
          ) : null}
          {guards ? (
            one.helper ? (
              <Button small kind="quiet" onTap={takeBack}>
                {t.takeBackHelper}
              </Button>
            ) : (
              <Button small kind="quiet" onTap={() => setSheet('hand')}>
                {t.ask}
              </Button>
            )
          ) : null}
        </ButtonRow>
      ) : null}
      {guards && one.helper ? <Second>{t.asked(one.helper.name)}</Second> : null}
      {sheet === 'seen' ? (
        <SeenSheet elder={one} first={how} onClose={() => setSheet(undefined)} onSaved={saved} />
      ) : null}
      {sheet === 'hand' ? (
        <HandSheet elder={one} onClose={() => setSheet(undefined)} onSaved={saved} />
      ) : null}
    </Card>
  );
}
