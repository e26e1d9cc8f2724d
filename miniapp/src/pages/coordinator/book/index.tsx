import { listServices } from '@shared/catalogue/catalogue.contract';
import type { ElderId } from '@shared/kernel/ids';
import { readElder } from '@shared/people/people.contract';
import { planDay } from '@shared/planning/change-plan';
import { useState } from 'react';
import { queueText } from '@/features/queue/queue.text';
import { mayWait, newDraft, type RequestDraft } from '@/features/requests/draft';
import { RequestForm } from '@/features/requests/request-form';
import { requestText } from '@/features/requests/requests.text';
import { useAsking } from '@/features/requests/use-asking';
import { useLocale } from '@/i18n';
import { now, replace, usePageParams, useQuery, useSession } from '@/platform';
import { Button, Card, CheckRow, Notice, Page, RefusalNotice, Second } from '@/ui';

/** 帮老人约: the same form as the family's, with both names kept. */
export default function CoordinatorBookPage() {
  const elderId = usePageParams().elderId as ElderId;
  const locale = useLocale();
  const t = requestText[locale];
  const elder = useQuery(readElder, { params: { elderId } });
  const services = useQuery(listServices, {});
  const me = useSession((session) => session.signedIn?.person.name) ?? '';
  const [draft, setDraft] = useState<RequestDraft>(() => newDraft(elderId, now()));
  const asking = useAsking({
    draft,
    intent: `book for ${elderId}`,
    onSent: (requestId) => replace('coordinator/request', { requestId }),
  });
  return (
    <Page
      title={queueText[locale].book}
      {...(elder.data ? { subtitle: t.forWhom(elder.data.elder.name, elder.data.elder.villageName) } : {})}
      backTo="coordinator/elders"
      actions={
        <Button onTap={asking.send} disabled={!draft.serviceCode} busyText={t.sending}>
          {asking.text}
        </Button>
      }
    >
      <RefusalNotice failure={elder.failure} />
      {elder.data ? (
        <Notice tone="sky">{queueText[locale].bothNames(me, elder.data.elder.callName)}</Notice>
      ) : null}
      <RequestForm
        draft={draft}
        services={services.data?.services}
        known={[]}
        refused={asking.refused}
        freeAt={asking.freeAt}
        onChange={(next) => {
          asking.forget();
          setDraft(next);
        }}
      />
      {draft.day >= planDay(now()) && mayWait(draft) ? (
        <Card>
          <CheckRow
            checked={draft.waitsForPlan === true}
            onTap={() => setDraft({ ...draft, waitsForPlan: draft.waitsForPlan ? undefined : true })}
          >
            {queueText[locale].withPlan}
          </CheckRow>
          <Second>{queueText[locale].withPlanNote}</Second>
        </Card>
      ) : null}
      {asking.nobody ? <Notice>{t.nobodyNote}</Notice> : null}
      <RefusalNotice failure={asking.failure} />
    </Page>
  );
}
