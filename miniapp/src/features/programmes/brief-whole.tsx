import { printBrief } from '@shared/documents/documents.contract';
import type { BriefId } from '@shared/kernel/ids';
import { answerBrief, readBrief } from '@shared/programmes/briefs.contract';
import { useState } from 'react';
import { useLocale, useText } from '@/i18n';
import { call, command, type Failure, momentName, useQuery } from '@/platform';
import { saveFile } from '@/platform/save-file';
import { Button, Card, Field, QueryView, RefusalNotice, Second, Section, toast, useNow } from '@/ui';
import { EvidenceCards } from './evidence-cards';
import { programmesText } from './programmes.text';

/** A brief as it was sent, with its counts, and what the county answered. */
export function BriefWhole({ briefId }: { readonly briefId: BriefId }) {
  const text = useText(programmesText);
  const locale = useLocale();
  const at = useNow();
  const params = { briefId };
  const query = useQuery(readBrief, { params });
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const answer = async () => {
    const sent = await command(`answer ${briefId}`, answerBrief, { params, body: { text: words.trim() } });
    setFailure(sent.ok ? undefined : sent.failure);
    if (!sent.ok) return;
    setWords('');
    toast(text.saved);
    await query.refresh();
  };
  const print = async () => {
    const made = await call(printBrief, { params });
    if (!made.ok || !(await saveFile(made.value))) toast(text.printFailed);
  };
  return (
    <QueryView query={query}>
      {({ brief, sentByName, answers, mayAnswer }) => (
        <>
          <Card title={brief.title} aside={brief.regionName}>
            <Second>{brief.says}</Second>
            <Second>{text.sentBy(sentByName, momentName(brief.sentAt, at, locale))}</Second>
          </Card>
          <Section title={text.asks}>
            <Card>
              {brief.asks.map((each, index) => (
                <Second key={each}>{`${index + 1}. ${each}`}</Second>
              ))}
            </Card>
          </Section>
          <EvidenceCards evidence={brief.evidence} />
          <Section title={text.answers}>
            {answers.length === 0 ? <Second>{text.noAnswer}</Second> : null}
            {answers.map((each) => (
              <Card key={each.at} title={each.byName} aside={momentName(each.at, at, locale)}>
                <Second>{each.text}</Second>
              </Card>
            ))}
            {mayAnswer ? (
              <>
                <Field
                  label={text.answer}
                  kind="paragraph"
                  value={words}
                  onChange={setWords}
                  maxLength={500}
                />
                <RefusalNotice failure={failure} />
                <Button disabled={words.trim() === ''} onTap={answer}>
                  {text.sendAnswer}
                </Button>
              </>
            ) : null}
          </Section>
          <Button kind="outline" onTap={print}>
            {text.print}
          </Button>
        </>
      )}
    </QueryView>
  );
}
