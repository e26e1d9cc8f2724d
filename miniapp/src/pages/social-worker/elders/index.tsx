import { listElders } from '@shared/people/people.contract';
import { useState } from 'react';
import { boardText } from '@/features/cases/board.text';
import { useText } from '@/i18n';
import { go, useQuery } from '@/platform';
import { Avatar, Card, EmptyState, EntryRow, Field, Page, QueryView } from '@/ui';

const SHOWN = 40;

/** 老人: found by name, to open a case for. */
export default function WorkersEldersPage() {
  const text = useText(boardText);
  const elders = useQuery(listElders, { query: {} });
  const [sought, setSought] = useState('');
  return (
    <Page title={text.elders} tab="social-worker/elders" onRefresh={elders.refresh}>
      <Field label={text.search} value={sought} onChange={setSought} maxLength={20} />
      <QueryView query={elders}>
        {({ elders: all }) => {
          const found = all.filter(({ name }) => name.includes(sought.trim()));
          if (found.length === 0) return <EmptyState icon="people" title={text.notFound} />;
          return (
            <Card flat>
              {found.slice(0, SHOWN).map((elder) => (
                <EntryRow
                  key={elder.elderId}
                  lead={<Avatar name={elder.name} tone="wheat" />}
                  title={`${elder.name}　${elder.age === undefined ? '' : text.years(elder.age)}`}
                  note={[elder.villageName ?? '', ...(elder.livesAlone ? [text.alone] : [])].join(' · ')}
                  onTap={() =>
                    void go('social-worker/open-case', { elderId: elder.elderId, name: elder.name })
                  }
                />
              ))}
            </Card>
          );
        }}
      </QueryView>
    </Page>
  );
}
