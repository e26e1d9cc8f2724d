import { listWitnessing, type WitnessAskCard, witnessVisit } from '@shared/visits/witness.contract';
import { useState } from 'react';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { clockTime, command, type Failure, momentName, useQuery } from '@/platform';
import { Button, ButtonRow, Card, confirmed, RefusalNotice, Second, Title, toast, useNow } from '@/ui';
import { witnessText } from './witness.text';

/** On a first page, while somebody named me as witness; nothing otherwise. */
export function WitnessStrip() {
  const locale = useLocale();
  const t = witnessText[locale];
  const now = useNow();
  const { data, refresh } = useQuery(listWitnessing, {});
  const [failure, setFailure] = useState<Failure>();
  const speak = async ({ visitId, side, helperName }: WitnessAskCard, seen: boolean): Promise<void> => {
    const sure = seen
      ? await confirmed(t.sure(helperName), t.sureYes, t.back)
      : await confirmed(t.sureNo(helperName), t.sureNoYes, t.back);
    if (!sure) return;
    const answer = await command(`witness ${visitId} ${side} ${seen}`, witnessVisit, {
      params: { visitId },
      body: { side, seen, notKin: true },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) toast(said(answer.value.sentence, locale));
    await refresh();
  };
  const asks = data?.asks ?? [];
  return (
    <>
      <RefusalNotice failure={failure} />
      {asks.map((ask) => (
        <Card key={`${ask.visitId} ${ask.side}`} edge="wheat" title={t.title}>
          <Title>{t.ask(ask.helperName, clockTime(ask.at), ask.callName, ask.side)}</Title>
          <Second>
            {`${said(ask.service, locale)} · ${ask.villageName} · ${momentName(ask.at, now, locale)}`}
          </Second>
          <Second>{t.note}</Second>
          <ButtonRow>
            <Button kind="outline" onTap={() => speak(ask, false)}>
              {t.no}
            </Button>
            <Button kind="pine" onTap={() => speak(ask, true)}>
              {t.yes}
            </Button>
          </ButtonRow>
        </Card>
      ))}
    </>
  );
}
