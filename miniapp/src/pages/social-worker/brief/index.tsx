import type { BriefId, ProgrammeId } from '@shared/kernel/ids';
import { readEvidence, sendBrief } from '@shared/programmes/briefs.contract';
import { useState } from 'react';
import { BriefWhole } from '@/features/programmes/brief-whole';
import { EvidenceCards } from '@/features/programmes/evidence-cards';
import { programmesText } from '@/features/programmes/programmes.text';
import { useText } from '@/i18n';
import { command, type Failure, replace, usePageParams, useQuery } from '@/platform';
import { Button, Field, Notice, Page, QueryView, RefusalNotice, Second, Section } from '@/ui';

/** 写简报: what the village lacks as counts, and what the county is asked to do; or one that was sent. */
export default function WorkersBriefPage() {
  const { briefId, programmeId } = usePageParams();
  const text = useText(programmesText);
  return (
    <Page title={briefId ? text.briefs : text.writeBrief} backTo="social-worker/groups">
      {briefId ? (
        <BriefWhole briefId={briefId as BriefId} />
      ) : (
        <WriteBrief programmeId={programmeId as ProgrammeId} />
      )}
    </Page>
  );
}

const MOST_ASKS = 3;

function WriteBrief({ programmeId }: { readonly programmeId: ProgrammeId }) {
  const text = useText(programmesText);
  const query = useQuery(readEvidence, { params: { programmeId } });
  const [title, setTitle] = useState('');
  const [says, setSays] = useState('');
  const [asks, setAsks] = useState<readonly string[]>(Array.from({ length: MOST_ASKS }, () => ''));
  const [failure, setFailure] = useState<Failure>();
  const asked = asks.map((each) => each.trim()).filter(Boolean);
  const send = async () => {
    const words = { title: title.trim(), says: says.trim(), asks: asked };
    const answer = await command(`brief ${programmeId}`, sendBrief, {
      params: { programmeId },
      body: { words },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) await replace('social-worker/brief', { briefId: answer.value.briefId });
  };
  return (
    <>
      <Field label={text.title} value={title} onChange={setTitle} maxLength={40} />
      <Field label={text.says} kind="paragraph" value={says} onChange={setSays} maxLength={1_000} />
      <Section title={text.asks}>
        {asks.map((each, index) => (
          <Field
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other name than their number
            key={index}
            label={text.ask(index + 1)}
            value={each}
            onChange={(value) => setAsks(asks.map((old, n) => (n === index ? value : old)))}
            maxLength={200}
          />
        ))}
      </Section>
      <QueryView query={query}>
        {({ evidence, partial }) => (
          <>
            {evidence.sums.length === 0 ? <Notice>{text.evidenceNone}</Notice> : null}
            <EvidenceCards evidence={evidence} />
            {partial ? <Second>{text.partial}</Second> : null}
            <RefusalNotice failure={failure} />
            <Button
              disabled={
                evidence.sums.length === 0 || title.trim() === '' || says.trim() === '' || asked.length === 0
              }
              onTap={send}
            >
              {text.send}
            </Button>
          </>
        )}
      </QueryView>
    </>
  );
}
