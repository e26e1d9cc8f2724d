import { useLocale } from '@/i18n';
import { clockTime, outbox, useOutbox } from '@/platform';
import { Button, ButtonRow, Card, confirmed, Ends, failureText, Second, Tag, Title } from '@/ui';
import { outboxText } from './outbox.text';
import { type Stuck, stuckOf } from './stuck';

/** 3 条待传: what the phone keeps until there is a signal, and what the server said no to. Nothing when all is sent. */
export function WaitingNotice({ lane }: { readonly lane?: string }) {
  const t = outboxText[useLocale()];
  const waiting = useOutbox(lane);
  const stuck = stuckOf(waiting);
  if (waiting.length === 0) return null;
  return (
    <>
      {stuck.length < waiting.length ? (
        <Card flat>
          <Ends>
            <Tag tone="wheat">{t.waiting(waiting.length - stuck.length)}</Tag>
            <Button small kind="outline" onTap={() => outbox.flush()}>
              {t.now}
            </Button>
          </Ends>
          <Second>{t.kept}</Second>
        </Card>
      ) : null}
      {stuck.map((one) => (
        <StuckCard key={one.commandId} stuck={one} />
      ))}
    </>
  );
}

function StuckCard({ stuck }: { readonly stuck: Stuck }) {
  const locale = useLocale();
  const t = outboxText[locale];
  const what = t.did[stuck.route] ?? t.something;
  const giveUp = async () => {
    if (await confirmed(t.giveUpAsk, t.giveUpYes, t.keep)) outbox.giveUp(stuck.commandId);
  };
  return (
    <Card>
      <Title>{t.refusedTitle}</Title>
      <Second>{stuck.at ? t.at(what, clockTime(stuck.at)) : what}</Second>
      <Second>{failureText(stuck.failure, locale).advice}</Second>
      {stuck.behind > 0 ? <Second>{t.after(stuck.behind)}</Second> : null}
      <ButtonRow>
        <Button small kind="outline" onTap={() => outbox.retry(stuck.commandId)}>
          {t.again}
        </Button>
        <Button small kind="quiet" onTap={giveUp}>
          {t.giveUp}
        </Button>
      </ButtonRow>
    </Card>
  );
}
