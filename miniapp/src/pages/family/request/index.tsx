import { listServices } from '@shared/catalogue/catalogue.contract';
import type { ElderId, HelperId } from '@shared/kernel/ids';
import { makeRequest } from '@shared/service-requests/requests.contract';
import { listElderVisits } from '@shared/visits/visits.contract';
import { useState } from 'react';
import { useMyElders } from '@/features/elders/my-elders';
import { askText, refusedLine } from '@/features/requests/ask-button';
import { bodyOf, newDraft, type RequestDraft } from '@/features/requests/draft';
import { draftFor, dropDraft, keepDraft } from '@/features/requests/draft-store';
import { fieldOfRefusal } from '@/features/requests/field-of-refusal';
import { RequestForm } from '@/features/requests/request-form';
import { requestText } from '@/features/requests/requests.text';
import { usePreview } from '@/features/requests/use-preview';
import { useLocale } from '@/i18n';
import { clockOfMinutes, command, type Failure, now, replace, usePageParams, useQuery } from '@/platform';
import { Button, confirmed, Notice, Page, RefusalNotice } from '@/ui';

/** 请人帮忙: everything chosen on one page, and how many could come said before anybody is asked. */
export default function RequestPage() {
  const elderId = usePageParams().elderId as ElderId;
  const locale = useLocale();
  const t = requestText[locale];
  const { elders } = useMyElders();
  const elder = elders.find((one) => one.elderId === elderId);
  const services = useQuery(listServices, {});
  const visits = useQuery(listElderVisits, { params: { elderId }, query: { limit: 20 } });
  const [{ draft, kept }, setState] = useState(() => draftFor(elderId, now()));
  const [failure, setFailure] = useState<Failure>();
  const preview = usePreview(draft);

  const change = (next: RequestDraft) => {
    setFailure(undefined);
    setState({ draft: next, kept: false });
    keepDraft(next);
  };
  const startOver = () => {
    dropDraft(elderId);
    setState({ draft: newDraft(elderId, now()), kept: false });
  };
  const send = async (of: RequestDraft): Promise<void> => {
    const body = bodyOf(of);
    if (!body) return;
    const answer = await command(`ask for ${elderId}`, makeRequest, { body });
    if (answer.ok) {
      dropDraft(elderId);
      await replace('family/matching', { requestId: answer.value.requestId });
      return;
    }
    const refused = answer.failure.kind === 'refused' ? answer.failure.refusal : undefined;
    if (refused?.code === 'night_needs_confirmation' && !of.confirmedNight) {
      if (!(await confirmed(t.nightBody(clockOfMinutes(of.minuteOfDay)), t.nightYes, t.nightNo))) return;
      const meant = { ...of, confirmedNight: true as const };
      change(meant);
      await send(meant);
      return;
    }
    setFailure(answer.failure);
  };

  const refusal =
    failure?.kind === 'refused'
      ? failure.refusal
      : preview.status === 'refused'
        ? preview.refusal
        : undefined;
  const refused = refusal && refusedLine(refusal, fieldOfRefusal(refusal), locale);
  const known = knownHelpers(visits.data?.visits ?? []);
  return (
    <Page
      title={t.ask}
      {...(elder ? { subtitle: t.forWhom(elder.name, elder.villageName ?? '') } : {})}
      backTo="family/home"
      actions={
        <Button onTap={() => send(draft)} disabled={!draft.serviceCode} busyText={t.sending}>
          {askText(preview, draft, t)}
        </Button>
      }
    >
      {kept ? <Notice tone="sky">{t.draftKept}</Notice> : null}
      {kept ? (
        <Button small kind="quiet" onTap={startOver}>
          {t.startOver}
        </Button>
      ) : null}
      <RefusalNotice failure={services.data ? undefined : services.failure} />
      <RequestForm
        draft={draft}
        services={services.data?.services}
        known={known}
        refused={refused}
        onChange={change}
      />
      {preview.status === 'counted' && preview.count === 0 ? <Notice>{t.nobodyNote}</Notice> : null}
      <RefusalNotice failure={failure?.kind === 'refused' ? undefined : failure} />
    </Page>
  );
}

/** Those who have been before, each once, the last first. */
const knownHelpers = (
  cards: readonly { visit: { helperId: HelperId; helperName: string; status: string } }[],
) => [
  ...new Map(
    cards
      .filter(({ visit }) => visit.status !== 'cancelled' && visit.status !== 'missed')
      .map(({ visit }) => [visit.helperId, { helperId: visit.helperId, name: visit.helperName }]),
  ).values(),
];
