import { type ElderCard, listElders } from '@shared/people/people.contract';
import { useState } from 'react';
import { queueText } from '@/features/queue/queue.text';
import { useLocale } from '@/i18n';
import { call, type Failure, go, useQuery } from '@/platform';
import { Avatar, Button, Card, EmptyState, EntryRow, Field, Page, QueryView, RefusalNotice } from '@/ui';

/** As many as a thumb scrolls past; a township has hundreds, and all at once is heavy for WeChat's renderer. */
const STEP = 40;

interface More {
  readonly elders: readonly ElderCard[];
  readonly next: string | undefined;
}

/** 老人: everyone of the region, to be found by name and booked for. */
export default function CoordinatorEldersPage() {
  const t = queueText[useLocale()];
  const elders = useQuery(listElders, { query: {} });
  const [more, setMore] = useState<More>();
  const [failure, setFailure] = useState<Failure>();
  const [sought, setSought] = useState('');
  const [many, setMany] = useState(STEP);
  const next = more ? more.next : elders.data?.next;
  /** The server gives a region in pages too; the next one is read when the last name was reached. */
  const readOn = async () => {
    const answer = await call(listElders, { query: { after: next } });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    setMore({ elders: [...(more?.elders ?? []), ...answer.value.elders], next: answer.value.next });
    setMany(many + STEP);
  };
  return (
    <Page
      title={t.elders}
      tab="coordinator/elders"
      onRefresh={elders.refresh}
      actions={<Button onTap={() => go('coordinator/register')}>{t.register}</Button>}
    >
      <Field label={t.search} placeholder={t.searchHint} value={sought} onChange={setSought} maxLength={20} />
      <QueryView query={elders}>
        {({ elders: first }) => {
          const all = [...first, ...(more?.elders ?? [])];
          const wanted = sought.trim();
          const found = all.filter(
            ({ name, callName }) => name.includes(wanted) || callName.includes(wanted),
          );
          const hidden = found.length - many;
          return (
            <>
              {found.length === 0 ? (
                <EmptyState icon="people" title={all.length === 0 ? t.eldersNone : t.notFound} />
              ) : (
                <Card flat>
                  {found.slice(0, many).map((elder) => (
                    <EntryRow
                      key={elder.elderId}
                      lead={<Avatar name={elder.name} tone={elder.livesAlone ? 'wheat' : 'pine'} />}
                      title={`${elder.name}　${elder.age === undefined ? '' : t.age(elder.age)}`}
                      note={[
                        elder.villageName ?? '',
                        ...(elder.livesAlone ? [t.alone] : []),
                        ...(elder.ownPhone ? [] : [t.noPhone]),
                      ].join(' · ')}
                      onTap={() => void go('coordinator/elder', { elderId: elder.elderId })}
                    />
                  ))}
                </Card>
              )}
              <RefusalNotice failure={failure} />
              {hidden > 0 ? (
                <Button kind="outline" onTap={() => setMany(many + STEP)}>
                  {t.more(hidden)}
                </Button>
              ) : next === undefined ? null : (
                <Button kind="outline" onTap={readOn}>
                  {t.moreElders}
                </Button>
              )}
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
