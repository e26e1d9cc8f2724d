import type { ReplyOf } from '@shared/kernel/route';
import { listCallBacks } from '@shared/visits/elder-word.contract';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { callPhone, momentName, useQuery } from '@/platform';
import { Avatar, Button, ButtonRow, Card, EntryRow, ListRow, Second, Tag, useNow } from '@/ui';
import { callBackText } from './call-back.text';

export type CallBack = ReplyOf<typeof listCallBacks>['calls'][number];

/** On the first page: how many visits nobody of the household has answered. */
export function CallBackRow({ onOpen }: { readonly onOpen: () => void }) {
  const t = callBackText[useLocale()];
  const { data } = useQuery(listCallBacks, {});
  return (
    <Card flat>
      <ListRow label={t.row} {...(data ? { value: t.rowValue(data.calls.length) } : {})} onTap={onOpen} />
    </Card>
  );
}

interface CallBackListProps {
  readonly calls: readonly CallBack[];
  readonly onNote: (call: CallBack) => void;
  readonly onOpen: (visitId: string) => void;
}

/** One call after the other: whom, about what, the number, and what came of it. */
export function CallBackList({ calls, onNote, onOpen }: CallBackListProps) {
  const locale = useLocale();
  const t = callBackText[locale];
  const now = useNow();
  return (
    <>
      {calls.map((call) => {
        const { card, phone, hasFamily } = call;
        const { visit, elder, service } = card;
        return (
          <Card key={visit.visitId}>
            <EntryRow
              lead={<Avatar name={elder.name} tone="sky" />}
              title={`${elder.callName} · ${said(service, locale)}`}
              note={`${momentName(visit.startsAt, now, locale)} · ${visit.helperName}`}
              onTap={() => onOpen(visit.visitId)}
            />
            {hasFamily ? null : <Tag tone="wheat">{t.alone}</Tag>}
            <Second>{phone ? t.askFor(visit.helperName) : t.noPhone}</Second>
            <ButtonRow>
              {phone ? (
                <Button small kind="outline" icon="phone" onTap={() => callPhone(phone)}>
                  {t.call(phone)}
                </Button>
              ) : null}
              <Button small onTap={() => onNote(call)}>
                {t.note}
              </Button>
            </ButtonRow>
          </Card>
        );
      })}
    </>
  );
}
