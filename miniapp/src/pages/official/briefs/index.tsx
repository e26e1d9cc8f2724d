import { listBriefs } from '@shared/programmes/briefs.contract';
import { programmesText } from '@/features/programmes/programmes.text';
import { useLocale, useText } from '@/i18n';
import { go, momentName, useQuery } from '@/platform';
import { Card, EmptyState, EntryRow, Page, QueryView, useNow } from '@/ui';

/** What social workers of the county have sent, newest first. */
export default function BriefsPage() {
  const text = useText(programmesText);
  const locale = useLocale();
  const at = useNow();
  const query = useQuery(listBriefs, {});
  return (
    <Page title={text.briefs} backTo="account" onRefresh={query.refresh}>
      <QueryView query={query}>
        {({ briefs }) =>
          briefs.length === 0 ? (
            <EmptyState icon="book" title={text.briefsNone} note={text.briefsNoneNote} />
          ) : (
            <Card flat>
              {briefs.map((each) => (
                <EntryRow
                  key={each.briefId}
                  title={each.title}
                  note={[each.regionName, momentName(each.sentAt, at, locale)].join(' · ')}
                  aside={text.answered(each.answers)}
                  onTap={() => void go('official/brief', { briefId: each.briefId })}
                />
              ))}
            </Card>
          )
        }
      </QueryView>
    </Page>
  );
}
