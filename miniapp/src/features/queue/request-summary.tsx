import type { RequestDetail } from '@shared/service-requests/requests.contract';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { minutesName, spanName } from '@/platform';
import { Avatar, Card, EntryRow, ListRow, Panel, type Tone, useNow } from '@/ui';
import { queueText } from './queue.text';

interface RequestSummaryProps {
  readonly detail: RequestDetail;
  /** Who is looking: a request booked by oneself says so. */
  readonly me: { readonly personId: string; readonly name: string } | undefined;
}

const toneOf = (status: RequestDetail['request']['status']): Tone => {
  if (status === 'unmet') return 'wheat';
  if (status === 'taken_over') return 'plum';
  return status === 'open' || status === 'matching' ? 'sky' : 'pine';
};

/** Who needs what and when, who asked, and what to do next in one sentence. */
export function RequestSummary({ detail, me }: RequestSummaryProps) {
  const locale = useLocale();
  const at = useNow();
  const t = queueText[locale];
  const { request, service, elder } = detail;
  const { places, wishes, requestedBy } = request;
  const held = places.filter(({ status }) => status === 'held').length;
  return (
    <>
      <Card>
        <EntryRow
          lead={<Avatar name={elder.name} size="large" />}
          title={`${elder.name}　${t.age(elder.age)}`}
          note={`${said(service, locale)} · ${minutesName(request.minutes, locale)}`}
        />
        <Panel tone={toneOf(request.status)}>{t.next[request.status]}</Panel>
      </Card>
      <Card flat>
        <ListRow strong label={t.when} value={spanName(request.startsAt, request.endsAt, at, locale)} />
        <ListRow label={t.where} value={elder.villageName} />
        <ListRow
          label={t.whoAsked}
          value={me && requestedBy.personId === me.personId ? t.you(me.name) : askedBy(requestedBy.role, t)}
        />
        {places.length > 1 ? <ListRow label={t.places} value={t.placesOf(held, places.length)} /> : null}
        <ListRow label={t.pay} value={t.payBy[request.payBy]} />
        {wishes.gender ? <ListRow label={t.wish} value={t.wishes[wishes.gender]} /> : null}
        {request.note ? <ListRow label={t.note} value={request.note} /> : null}
      </Card>
    </>
  );
}

const askedBy = (role: string, t: (typeof queueText)['zh-CN']): string =>
  role === 'family' || role === 'coordinator' || role === 'elder' ? t.asked[role] : t.asked.other;
