import type { VisitId } from '@shared/kernel/ids';
import type { Evidence } from '@shared/visits/proof';
import { cancelVisit, checkIn, checkOut, keepLog, readVisit } from '@shared/visits/visits.contract';
import { useState } from 'react';
import { DoorCard } from '@/features/visit-live/door-card';
import { LogTools } from '@/features/visit-live/log-tools';
import { newEntry } from '@/features/visit-live/new-entry';
import { evidenceByPosition, PlaceSheet } from '@/features/visit-live/place-sheet';
import { sameEvidence } from '@/features/visit-live/same-evidence';
import { visitLiveText } from '@/features/visit-live/visit-live.text';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import {
  type Answer,
  clockTime,
  command,
  type Failure,
  now,
  spanName,
  usePageParams,
  useQuery,
} from '@/platform';
import {
  Body,
  Button,
  Card,
  CheckRow,
  Chip,
  Elapsed,
  Field,
  Hero,
  Page,
  QueryView,
  RefusalNotice,
  Second,
  Section,
  Sheet,
  Timeline,
  Title,
  toast,
  useNow,
  Wrap,
} from '@/ui';

type Step = 'arrive' | 'leave';

/** 到访: from the address, through the log, to the farewell. */
export default function HelperVisitPage() {
  const visitId = usePageParams().visitId as VisitId;
  const locale = useLocale();
  const t = visitLiveText[locale];
  const at = useNow();
  const query = useQuery(readVisit, { params: { visitId } });
  const [failure, setFailure] = useState<Failure>();
  const [placing, setPlacing] = useState<Step>();
  const [leaving, setLeaving] = useState(false);
  const [cancelling, setCancelling] = useState(false);
  const [summary, setSummary] = useState('');
  const [reason, setReason] = useState('');
  const params = { visitId };

  const settle = async (answer: Answer<unknown>, done?: () => void): Promise<void> => {
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) done?.();
    // A refusal may mean that it stands differently by now; without a network there is nothing to be read.
    if (answer.ok || answer.failure.kind === 'refused') await query.refresh();
  };
  const send = async (step: Step, evidence: Evidence) => {
    setPlacing(undefined);
    const body = { at: now(), evidence };
    const here = sameEvidence(evidence);
    if (step === 'arrive')
      return settle(await command(`check in ${visitId}`, checkIn, { params, body }, here));
    const leaving = { params, body: { ...body, summary } };
    const answer = await command(`check out ${visitId}`, checkOut, leaving, [here, summary]);
    return settle(answer, () => toast(t.done));
  };
  const proceed = async (step: Step) => {
    setLeaving(false);
    const evidence = await evidenceByPosition();
    if (evidence) await send(step, evidence);
    else setPlacing(step);
  };
  const tick = async (index: number, done: boolean) => {
    const body = { entries: [newEntry({ kind: 'task', index, done })] };
    await settle(await command(`task ${visitId} ${index}`, keepLog, { params, body }, done));
  };
  const cancel = async () => {
    const answer = await command(`cancel ${visitId}`, cancelVisit, {
      params,
      body: { reason: reason.trim() },
    });
    await settle(answer, () => setCancelling(false));
  };
  const can = query.data?.can ?? [];
  const title = query.data ? `${query.data.elder.callName} · ${said(query.data.service, locale)}` : '';
  const action = can.includes('check_in') ? (
    <Button kind="pine" onTap={() => proceed('arrive')}>
      {t.arrive}
    </Button>
  ) : can.includes('check_out') ? (
    <Button kind="pine" onTap={() => setLeaving(true)}>
      {t.leave}
    </Button>
  ) : undefined;
  return (
    <Page title={title} backTo="helper/home" onRefresh={query.refresh} actions={action}>
      <QueryView query={query}>
        {({ visit, home, checklist, entries, sentence }) => {
          const arrival = 'checkIn' in visit ? visit.checkIn : undefined;
          const done = (index: number) =>
            entries.filter(({ entry }) => entry.kind === 'task' && entry.index === index).at(-1)?.entry;
          return (
            <>
              {visit.status === 'checked_in' && arrival ? (
                <Hero tone="pine" centred>
                  <Second>{t.serving}</Second>
                  <Elapsed since={arrival.at} />
                  <Second>{`${t.arrived(clockTime(arrival.at))} · ${arrival.proof.verified ? t.verified : t.unverified}`}</Second>
                </Hero>
              ) : (
                <Card>
                  <Title>{spanName(visit.startsAt, visit.endsAt, at, locale)}</Title>
                  <Body>{said(sentence, locale)}</Body>
                </Card>
              )}
              <RefusalNotice failure={failure} />
              {home ? <DoorCard home={home} /> : null}
              {visit.status === 'checked_in' ? (
                <>
                  {checklist.length > 0 ? (
                    <Card title={t.checklist}>
                      {checklist.map((task, index) => {
                        const last = done(index);
                        const checked = last?.kind === 'task' && last.done;
                        return (
                          <CheckRow
                            key={task.zh}
                            checked={checked}
                            {...(checked && last ? { aside: clockTime(last.at) } : {})}
                            onTap={() => void tick(index, !checked)}
                          >
                            {said(task, locale)}
                          </CheckRow>
                        );
                      })}
                    </Card>
                  ) : null}
                  <LogTools visitId={visitId} onKept={() => void query.refresh()} />
                </>
              ) : null}
              {entries.length > 0 ? (
                <Section title={t.log}>
                  <Timeline
                    items={entries.map(({ entry, sentence: words }) => ({
                      key: entry.entryId,
                      title: `${clockTime(entry.at)} ${said(words, locale)}`,
                      done: true,
                    }))}
                  />
                </Section>
              ) : null}
              {can.includes('cancel') ? (
                <Button kind="quiet" onTap={() => setCancelling(true)}>
                  {t.cancel}
                </Button>
              ) : null}
            </>
          );
        }}
      </QueryView>
      <PlaceSheet
        open={placing !== undefined}
        onClose={() => setPlacing(undefined)}
        onGiven={(evidence) => send(placing ?? 'arrive', evidence)}
      />
      <Sheet
        open={leaving}
        title={t.leaveTitle}
        onClose={() => setLeaving(false)}
        actions={
          <Button kind="pine" onTap={() => proceed('leave')}>
            {t.leave}
          </Button>
        }
      >
        <Field
          kind="paragraph"
          label={t.summary}
          placeholder={t.summaryHint}
          value={summary}
          onChange={setSummary}
          maxLength={500}
        />
      </Sheet>
      <Sheet
        open={cancelling}
        title={t.cancel}
        onClose={() => setCancelling(false)}
        actions={
          <Button kind="danger" disabled={reason.trim() === ''} onTap={cancel}>
            {t.cancelSend}
          </Button>
        }
      >
        <Second>{t.cancelNote}</Second>
        <Wrap>
          {t.cancelReasons.map((usual) => (
            <Chip key={usual} chosen={reason === usual} onTap={() => setReason(usual)}>
              {usual}
            </Chip>
          ))}
        </Wrap>
      </Sheet>
    </Page>
  );
}
