import { historySentence } from '@shared/history/sentence';
import { reasonText } from '@shared/matching/reason';
import type { RequestDetail } from '@shared/service-requests/requests.contract';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { clockTime, dayName, momentName } from '@/platform';
import { Avatar, Card, EntryRow, Section, Tag, Timeline, useNow } from '@/ui';
import { queueText } from './queue.text';

const NEWEST_STEPS = 8;

/** Who comes, who was asked and what they said, and what has happened so far. */
export function RequestPeople({ detail }: { readonly detail: RequestDetail }) {
  const locale = useLocale();
  const at = useNow();
  const t = queueText[locale];
  const coming = detail.visits.filter(({ status }) => status !== 'cancelled');
  const asked = detail.offers.filter(({ offer }) => offer.status !== 'accepted');
  const steps = [...detail.history].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, NEWEST_STEPS);
  return (
    <>
      {coming.map((visit) => (
        <Card key={visit.visitId} edge="pine">
          <EntryRow
            lead={<Avatar name={visit.helperName} tone="pine" />}
            title={t.comes(visit.helperName)}
            note={momentName(visit.startsAt, at, locale)}
          />
        </Card>
      ))}
      {asked.length > 0 ? (
        <Section title={t.askedPeople}>
          <Card flat>
            {asked.map(({ offer, helper }) => (
              <EntryRow
                key={offer.offerId}
                lead={<Avatar name={helper.name} tone={helper.kind === 'provider' ? 'sky' : 'persimmon'} />}
                title={helper.name}
                note={offer.reasons
                  .slice(0, 2)
                  .map((reason) => said(reasonText(reason), locale))
                  .join(' · ')}
                aside={
                  <Tag tone={offer.status === 'pending' ? 'sky' : 'grey'}>{t.standing[offer.status]}</Tag>
                }
              />
            ))}
          </Card>
        </Section>
      ) : null}
      {steps.length > 0 ? (
        <Section title={t.history}>
          <Card>
            <Timeline
              items={steps.map((entry) => ({
                key: entry.historyId,
                title: said(historySentence(entry), locale).replace(/[。.]$/, ''),
                note: `${dayName(entry.at, at, locale)} ${clockTime(entry.at)}`,
                done: true,
              }))}
            />
          </Card>
        </Section>
      ) : null}
    </>
  );
}
