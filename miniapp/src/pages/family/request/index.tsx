import { listServices } from '@shared/catalogue/catalogue.contract';
import type { ElderId, HelperId } from '@shared/kernel/ids';
import { listElderVisits } from '@shared/visits/visits.contract';
import { useState } from 'react';
import { useMyElders } from '@/features/elders/my-elders';
import { newDraft, type RequestDraft } from '@/features/requests/draft';
import { draftFor, dropDraft, keepDraft } from '@/features/requests/draft-store';
import { RequestForm } from '@/features/requests/request-form';
import { requestText } from '@/features/requests/requests.text';
import { useAsking } from '@/features/requests/use-asking';
import { useLocale } from '@/i18n';
import { now, replace, usePageParams, useQuery } from '@/platform';
import { Button, Notice, Page, RefusalNotice } from '@/ui';

/** 请人帮忙: everything chosen on one page, and how many could come said before anybody is asked. */
export default function RequestPage() {
  const elderId = usePageParams().elderId as ElderId;
  const t = requestText[useLocale()];
  const { elders } = useMyElders();
  const elder = elders.find((one) => one.elderId === elderId);
  const services = useQuery(listServices, {});
  const visits = useQuery(listElderVisits, { params: { elderId }, query: { limit: 20 } });
  const [{ draft, kept }, setState] = useState(() => draftFor(elderId, now()));
  const asking = useAsking({
    draft,
    intent: `ask for ${elderId}`,
    onSent: async (requestId) => {
      dropDraft(elderId);
      await replace('family/matching', { requestId });
    },
  });
  const change = (next: RequestDraft) => {
    asking.forget();
    setState({ draft: next, kept: false });
    keepDraft(next);
  };
  const startOver = () => {
    dropDraft(elderId);
    setState({ draft: newDraft(elderId, now()), kept: false });
  };
  return (
    <Page
      title={t.ask}
      {...(elder ? { subtitle: t.forWhom(elder.name, elder.villageName ?? '') } : {})}
      backTo="family/home"
      actions={
        <Button onTap={asking.send} disabled={!draft.serviceCode} busyText={t.sending}>
          {asking.text}
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
        known={knownHelpers(visits.data?.visits ?? [])}
        refused={asking.refused}
        freeAt={asking.freeAt}
        onChange={change}
      />
      {asking.nobody ? <Notice>{t.nobodyNote}</Notice> : null}
      <RefusalNotice failure={asking.failure} />
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
