import { listElders } from '@shared/people/people.contract';
import { useState } from 'react';
import { queueText } from '@/features/queue/queue.text';
import { useLocale } from '@/i18n';
import { go, useQuery } from '@/platform';
import { Button, Card, EmptyState, EntryRow, Field, Page, QueryView } from '@/ui';

/** As many as a thumb scrolls past; a township has hundreds, and all at once is heavy for WeChat's renderer. */
const STEP = 40;

/** 老人: everyone of the region, to be found by name and booked for. */
export default function CoordinatorEldersPage() {
  const t = queueText[useLocale()];
  const elders = useQuery(listElders, { query: {} });
  const [sought, setSought] = useState('');
  const [many, setMany] = useState(STEP);
  return (
    <Page
      title={t.elders}
      tab="coordinator/elders"
      onRefresh={elders.refresh}
      actions={<Button onTap={() => go('coordinator/register')}>{t.register}</Button>}
    >
      <Field label={t.search} value={sought} onChange={setSought} maxLength={20} />
      <QueryView query={elders}>
        {({ elders: all }) => {
          const found = all.filter(({ name }) => name.includes(sought.trim()));
          if (found.length === 0)
            return <EmptyState icon="people" title={all.length === 0 ? t.eldersNone : t.notFound} />;
          return (
            <>
              <Card flat>
                {found.slice(0, many).map((elder) => (
                  <EntryRow
                    key={elder.elderId}
                    title={`${elder.name}　${elder.age === undefined ? '' : t.age(elder.age)}`}
                    note={[
                      elder.villageName ?? '',
                      ...(elder.livesAlone ? [t.alone] : []),
                      ...(elder.ownPhone ? [] : [t.noPhone]),
                    ].join(' · ')}
                    onTap={() => void go('coordinator/book', { elderId: elder.elderId })}
                  />
                ))}
              </Card>
              {found.length > many ? (
                <Button kind="outline" onTap={() => setMany(many + STEP)}>
                  {t.more(found.length - many)}
                </Button>
              ) : null}
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
