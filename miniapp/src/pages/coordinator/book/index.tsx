import { listServices } from '@shared/catalogue/catalogue.contract';
import type { ElderId } from '@shared/kernel/ids';
import { readElder } from '@shared/people/people.contract';
import { makeRequest } from '@shared/service-requests/requests.contract';
import { useState } from 'react';
import { queueText } from '@/features/queue/queue.text';
import { askText, refusedLine } from '@/features/requests/ask-button';
import { bodyOf, newDraft, type RequestDraft } from '@/features/requests/draft';
import { fieldOfRefusal } from '@/features/requests/field-of-refusal';
import { RequestForm } from '@/features/requests/request-form';
import { requestText } from '@/features/requests/requests.text';
import { usePreview } from '@/features/requests/use-preview';
import { useLocale } from '@/i18n';
import { clockOfMinutes, command, type Failure, now, replace, usePageParams, useQuery } from '@/platform';
import { Button, confirmed, Page, RefusalNotice } from '@/ui';

/** 帮老人约: the same form as the family's, with both names kept. */
export default function CoordinatorBookPage() {
  const elderId = usePageParams().elderId as ElderId;
  const locale = useLocale();
  const t = requestText[locale];
  const elder = useQuery(readElder, { params: { elderId } });
  const services = useQuery(listServices, {});
  const [draft, setDraft] = useState<RequestDraft>(() => newDraft(elderId, now()));
  const [failure, setFailure] = useState<Failure>();
  const preview = usePreview(draft);
  const send = async (of: RequestDraft): Promise<void> => {
    const body = bodyOf(of);
    if (!body) return;
    const answer = await command(`book for ${elderId}`, makeRequest, { body });
    if (answer.ok) {
      await replace('coordinator/request', { requestId: answer.value.requestId });
      return;
    }
    const refused = answer.failure.kind === 'refused' ? answer.failure.refusal.code : undefined;
    if (refused === 'night_needs_confirmation' && !of.confirmedNight) {
      if (!(await confirmed(t.nightBody(clockOfMinutes(of.minuteOfDay)), t.nightYes, t.nightNo))) return;
      await send({ ...of, confirmedNight: true });
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
  return (
    <Page
      title={queueText[locale].book}
      {...(elder.data ? { subtitle: t.forWhom(elder.data.elder.name, elder.data.elder.villageName) } : {})}
      backTo="coordinator/elders"
      actions={
        <Button onTap={() => send(draft)} disabled={!draft.serviceCode} busyText={t.sending}>
          {askText(preview, draft, t)}
        </Button>
      }
    >
      <RefusalNotice failure={elder.failure} />
      <RequestForm
        draft={draft}
        services={services.data?.services}
        known={[]}
        refused={refusal && refusedLine(refusal, fieldOfRefusal(refusal), locale)}
        onChange={(next) => {
          setFailure(undefined);
          setDraft(next);
        }}
      />
      <RefusalNotice failure={failure?.kind === 'refused' ? undefined : failure} />
    </Page>
  );
}
