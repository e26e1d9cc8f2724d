import type { ElderId } from '@shared/kernel/ids';
import { readElderDuty, takeBackDuty } from '@shared/visit-duty/visit-duty.contract';
import { useState } from 'react';
import { said, useLocale } from '@/i18n';
import { command, dateName, type Failure, useQuery } from '@/platform';
import { noonOf } from '@/platform/time';
import { Button, Card, confirmed, ListRow, RefusalNotice, Second, Section, Tag, toast, Wrap } from '@/ui';
import { SeenSheet } from './seen-sheet';
import { dutyText } from './visit-duty.text';

interface ElderDutyCardProps {
  readonly elderId: ElderId;
  readonly callName: string;
  /** Who answers for the region may record a visit here, due or not. */
  readonly guards: boolean;
}

/** On the elder's page: who looked in last and how it was, and when somebody comes next. */
export function ElderDutyCard({ elderId, callName, guards }: ElderDutyCardProps) {
  const locale = useLocale();
  const t = dutyText[locale];
  const query = useQuery(readElderDuty, { params: { elderId } });
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const duty = query.data?.duty;
  if (duty === undefined) return null;
  const takeBack = async (entryId: (typeof duty.records)[number]['entryId']) => {
    if (!(await confirmed(t.wrongAsk, t.wrongYes, t.wrongNo))) return;
    const answer = await command(`take back ${entryId}`, takeBackDuty, {
      params: { elderId },
      body: { entryId },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) toast(t.wrongDone);
    await query.refresh();
  };
  const next = t.onOrBefore(dateName(noonOf(duty.nextOn), locale));
  return (
    <Section title={t.card}>
      <Card flat>
        <ListRow label={t.nextOne} value={duty.helperName ? `${next}，${t.nextBy(duty.helperName)}` : next} />
      </Card>
      <Card>
        <Second>{duty.last ? `${t.lastOne}：${said(duty.last.sentence, locale)}` : t.never}</Second>
        {duty.status === 'unreached' ? <Tag tone="alarm">{t.unreached}</Tag> : null}
        {duty.causes.length + duty.reasons.length > 0 ? (
          <Wrap>
            {duty.causes.map((each) => (
              <Tag key={each.zh} tone="sky">
                {said(each, locale)}
              </Tag>
            ))}
            {duty.reasons.map((each) => (
              <Tag key={each.zh}>{said(each, locale)}</Tag>
            ))}
          </Wrap>
        ) : null}
        <RefusalNotice failure={failure} />
        {duty.records.map((each) => (
          <Second key={each.entryId}>
            {[dateName(each.at, locale), said(each.sentence, locale), each.takenBack ? t.takenBack : '']
              .filter(Boolean)
              .join(' ')}
          </Second>
        ))}
        {duty.records
          .filter(({ mayTakeBack }) => mayTakeBack)
          .map(({ entryId }) => (
            <Button key={entryId} small kind="quiet" onTap={() => takeBack(entryId)}>
              {t.wrong}
            </Button>
          ))}
        {guards ? (
          <Button small kind="outline" icon="check" onTap={() => setOpen(true)}>
            {t.sawNow}
          </Button>
        ) : null}
      </Card>
      {open ? (
        <SeenSheet
          elder={{ elderId, callName }}
          first="home"
          onClose={() => setOpen(false)}
          onSaved={() => {
            setOpen(false);
            void query.refresh();
          }}
        />
      ) : null}
    </Section>
  );
}
