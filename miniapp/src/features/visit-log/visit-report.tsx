import type { ReactNode } from 'react';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { dateName, momentName } from '@/platform/time';
import { Avatar, Card, EntryRow, Facts, ListRow, Notice, Section, Stack, Tag, Timeline, useNow } from '@/ui';
import { boxesOf, isVerified, momentsOf, outcomeWords, type VisitDetail } from './visit-detail';
import { visitLogText } from './visit-log.text';
import { beginOf, visitRow } from './visit-row';

/** One visit as the family reads it: who, when, what happened, and whether all of it holds together. */
export function VisitReport({
  detail,
  exceptions,
  media,
}: {
  readonly detail: VisitDetail;
  /** What was out of the ordinary, with what the reader may do about it. */
  readonly exceptions: ReactNode;
  /** Photos and voice, above what happened. */
  readonly media?: ReactNode;
}) {
  const locale = useLocale();
  const now = useNow();
  const t = visitLogText[locale];
  const row = visitRow(detail, t, locale);
  const verified = isVerified(detail);
  // 等您确认 is said to whoever may confirm; to everybody else it is the household that is waited for.
  const asked = detail.visit.status !== 'checked_out' || detail.can.includes('confirm');
  const moments = momentsOf(detail, t, locale);
  const outcome = outcomeWords(detail, t, (at) => momentName(at, now, locale));
  return (
    <Stack>
      <Card>
        <EntryRow
          lead={<Avatar name={row.helper} tone="pine" />}
          title={row.title}
          note={dateName(beginOf(detail), locale)}
          aside={
            <Tag tone={verified ? 'pine' : row.tone}>
              {verified ? t.verified : asked ? row.tag : t.waitsForHome}
            </Tag>
          }
        />
        <Facts facts={boxesOf(detail, t, locale)} />
      </Card>
      {outcome ? <Notice tone={detail.visit.status === 'missed' ? 'alarm' : 'pine'}>{outcome}</Notice> : null}
      {exceptions}
      {media}
      {moments.length > 0 ? (
        <Timeline items={moments} />
      ) : (
        <Notice tone="sky">{said(detail.sentence, locale)}</Notice>
      )}
      <SixFacts detail={detail} />
      <TrustParts detail={detail} />
    </Stack>
  );
}

function SixFacts({ detail }: { readonly detail: VisitDetail }) {
  const locale = useLocale();
  const t = visitLogText[locale];
  const [arrive, leave] = boxesOf(detail, t, locale);
  const { facts, elder, visit } = detail;
  return (
    <Section title={t.factsTitle} aside={facts.complete ? t.complete : t.incomplete}>
      <Card flat>
        <ListRow label={t.facts.service} value={said(facts.service, locale)} />
        <ListRow label={t.facts.elder} value={`${facts.elderName} · ${elder.villageName}`} />
        <ListRow label={t.facts.helper} value={facts.helperName} />
        <ListRow label={t.facts.date} value={dateName(visit.startsAt, locale)} />
        <ListRow label={t.facts.place} value={facts.place ? said(facts.place.sentence, locale) : t.later} />
        <ListRow label={t.facts.span} value={`${arrive?.value ?? ''} – ${leave?.value ?? ''}`} />
      </Card>
    </Section>
  );
}

/** The score is worth what its parts say, so it is never shown without them. */
function TrustParts({ detail: { trust } }: { readonly detail: VisitDetail }) {
  const locale = useLocale();
  const t = visitLogText[locale];
  if (trust === undefined) return null;
  return (
    <Section title={t.trustTitle} aside={t.trustScore(trust.score)}>
      <Card flat>
        {trust.parts.map(({ part, points, most, sentence }) => (
          <ListRow key={part} label={said(sentence, locale)} value={`${points} / ${most}`} />
        ))}
      </Card>
    </Section>
  );
}
