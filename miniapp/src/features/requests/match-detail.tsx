import { historySentence } from '@shared/history/sentence';
import type { VisitId } from '@shared/kernel/ids';
import type { RequestDetail } from '@shared/service-requests/requests.contract';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { clockTime, dayName, momentName, spanName } from '@/platform';
import {
  Avatar,
  Card,
  Countdown,
  Ends,
  EntryRow,
  ListRow,
  MapSketch,
  Second,
  Section,
  Tag,
  Third,
  Timeline,
  useNow,
  Wrap,
} from '@/ui';
import { type Asked, askedPeople, nextWords, sketchOf } from './match-view';
import { requestText } from './requests.text';

interface MatchDetailProps {
  readonly detail: RequestDetail;
  /** One character for the middle of the map: 妈. */
  readonly homeName: string;
  readonly onOpenVisit: (visitId: VisitId) => void;
  /** An invitation ran out: what comes next is on the server. */
  readonly onDeadline: () => void;
}

const SHOWN_STEPS = 8;

/** Who is asked, who comes, why these, and what happens next. */
export function MatchDetail({ detail, homeName, onOpenVisit, onDeadline }: MatchDetailProps) {
  const locale = useLocale();
  const now = useNow();
  const t = requestText[locale];
  const { request, service, offers, visits, history } = detail;
  const coming = visits.filter(({ status }) => status !== 'cancelled');
  const asked = askedPeople(offers, t, locale);
  const steps = [...history].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, SHOWN_STEPS);
  return (
    <>
      <MapSketch homeName={homeName} {...sketchOf(offers, t, locale)} />
      {coming.map((visit) => (
        <Card key={visit.visitId} edge="pine">
          <EntryRow
            lead={<Avatar name={visit.helperName} tone="pine" />}
            title={t.comes(visit.helperName)}
            note={momentName(visit.startsAt, now, locale)}
            aside={<Tag tone="pine">{t.accepted}</Tag>}
            onTap={() => onOpenVisit(visit.visitId)}
          />
          <Why person={asked.find(({ helperId }) => helperId === visit.helperId)} />
        </Card>
      ))}
      {asked
        .filter(({ helperId }) => !coming.some((visit) => visit.helperId === helperId))
        .map((person) => (
          <AskedCard key={person.key} person={person} onDeadline={onDeadline} />
        ))}
      <Third>{nextWords(detail, t, locale)}</Third>
      <Card flat>
        <ListRow label={t.service} value={said(service, locale)} />
        <ListRow label={t.when} value={spanName(request.startsAt, request.endsAt, now, locale)} />
        <ListRow label={t.payLabel} value={t.payBy[request.payBy]} />
        {request.note ? <ListRow label={t.noteLabel} value={request.note} /> : null}
      </Card>
      {steps.length > 0 ? (
        <Section title={t.history}>
          <Card>
            <Timeline
              items={steps.map((entry) => ({
                key: entry.historyId,
                title: said(historySentence(entry), locale),
                note: `${dayName(entry.at, now, locale)} ${clockTime(entry.at)}`,
                done: true,
              }))}
            />
          </Card>
        </Section>
      ) : null}
    </>
  );
}

function AskedCard({ person, onDeadline }: { readonly person: Asked; readonly onDeadline: () => void }) {
  const { name, tone, about, standing, until } = person;
  return (
    <Card {...(until ? { edge: 'pine' as const } : {})}>
      <EntryRow
        lead={<Avatar name={name} tone={tone} />}
        title={name}
        note={about}
        aside={
          until ? (
            <Ends>
              <Second>{`${standing} · `}</Second>
              <Countdown until={until} onEnd={onDeadline} />
            </Ends>
          ) : (
            standing
          )
        }
      />
      <Why person={person} />
    </Card>
  );
}

/** Why this person, each reason a tag. */
function Why({ person }: { readonly person: Asked | undefined }) {
  if (person === undefined || person.why.length === 0) return null;
  return (
    <Wrap>
      {person.why.map((reason) => (
        <Tag key={reason.text} tone={reason.tone}>
          {reason.text}
        </Tag>
      ))}
    </Wrap>
  );
}
