import { printCodeCard } from '@shared/documents/documents.contract';
import type { ElderId } from '@shared/kernel/ids';
import { makeCodeCard, readCodeCard, voidCodeCard } from '@shared/visits/elder-word.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n/use-text';
import { call, command, type Failure, momentName, useQuery } from '@/platform';
import { saveFile } from '@/platform/save-file';
import {
  Body,
  Button,
  ButtonRow,
  Card,
  confirmed,
  Notice,
  RefusalNotice,
  Second,
  Tag,
  toast,
  useNow,
} from '@/ui';
import { codeCardText } from './code-card.text';

const FEW = 4;

interface CodeCardProps {
  readonly elderId: ElderId;
  readonly callName: string;
}

/** 码卡: made, printed, renewed and voided by those who care for the elder; its numbers are on paper only. */
export function CodeCard({ elderId, callName }: CodeCardProps) {
  const locale = useLocale();
  const t = codeCardText[locale];
  const now = useNow();
  const { data, refresh } = useQuery(readCodeCard, { params: { elderId } });
  const [failure, setFailure] = useState<Failure>();
  const [unopened, setUnopened] = useState(false);
  if (data === undefined) return null;
  const { card } = data;
  const valid = card !== undefined && card.voidedAt === undefined;
  const make = async (): Promise<void> => {
    if (valid && !(await confirmed(t.renewAsk, t.renewYes, t.keep))) return;
    const answer = await command(`code card ${elderId} ${card?.number ?? 0}`, makeCodeCard, {
      params: { elderId },
      body: {},
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) toast(t.made);
    await refresh();
  };
  const take = async (): Promise<void> => {
    if (!(await confirmed(t.takeAsk, t.takeYes, t.keep))) return;
    const answer = await command(`void card ${elderId} ${card?.number ?? 0}`, voidCodeCard, {
      params: { elderId },
      body: {},
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) toast(t.taken);
    await refresh();
  };
  const print = async (): Promise<void> => {
    const answer = await call(printCodeCard, { query: { elderId } });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    const opened = await saveFile(answer.value);
    setUnopened(!opened);
    if (opened) toast(t.printed);
  };
  return (
    <Card title={t.title} aside={valid ? <Tag tone="pine">{t.left(card.left)}</Tag> : null}>
      {card === undefined ? <Body>{t.none(callName)}</Body> : null}
      {card ? (
        <Second>{t.state(card.number, momentName(card.madeAt, now, locale), card.madeBy)}</Second>
      ) : null}
      {card && !valid ? <Notice>{t.void}</Notice> : null}
      {valid && card.left <= FEW ? <Notice>{t.few}</Notice> : null}
      {unopened ? <Notice>{t.printFailed}</Notice> : null}
      <RefusalNotice failure={failure} />
      {valid ? (
        <>
          <ButtonRow>
            <Button small kind="outline" onTap={make}>
              {t.renew}
            </Button>
            <Button small onTap={print}>
              {t.print}
            </Button>
          </ButtonRow>
          <Button small kind="quiet" onTap={take}>
            {t.take}
          </Button>
        </>
      ) : (
        <Button small kind="outline" onTap={make}>
          {t.make}
        </Button>
      )}
    </Card>
  );
}
