import { type CaseKind, caseKind, templateOf } from '@shared/cases/kind';
import { listNeeds, openCase } from '@shared/cases/referral.contract';
import type { ElderId, VisitId } from '@shared/kernel/ids';
import { useState } from 'react';
import { casesText } from '@/features/cases/cases.text';
import { NextSheet } from '@/features/cases/next-sheet';
import { said, useLocale, useText } from '@/i18n';
import { command, type Failure, momentName, replace, usePageParams, useQuery } from '@/platform';
import { Button, Card, Chips, EntryRow, Field, Page, QueryView, Second, Section, Tag, useNow } from '@/ui';

const urgencies = ['routine', 'soon', 'emergency'] as const;

/** 接案: begins with what a helper noticed, or in the worker's own words. */
export default function OpenCasePage() {
  const { elderId = '', name = '' } = usePageParams();
  const text = useText(casesText);
  const locale = useLocale();
  const at = useNow();
  const needs = useQuery(listNeeds, { params: { elderId } });
  const [kind, setKind] = useState<CaseKind>();
  const [why, setWhy] = useState('');
  const [visitId, setVisitId] = useState<VisitId>();
  const [urgency, setUrgency] = useState<(typeof urgencies)[number]>('soon');
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  return (
    <Page
      title={text.openFor(name)}
      backTo="social-worker/elders"
      actions={
        <Button disabled={!kind || why.trim() === ''} onTap={() => setOpen(true)}>
          {text.open}
        </Button>
      }
    >
      <Section title={text.noticed}>
        <QueryView query={needs} skeletonCards={1}>
          {({ needs: found }) =>
            found.length === 0 ? (
              <Second>{text.noticedNone}</Second>
            ) : (
              <Card flat>
                {found.slice(0, 5).map((need) => (
                  <EntryRow
                    key={`${need.visitId} ${need.at}`}
                    title={need.text}
                    note={text.bySomebody(need.helperName, momentName(need.at, at, locale))}
                    {...(visitId === need.visitId && why === need.text
                      ? { aside: <Tag tone="pine">✓</Tag> }
                      : {})}
                    onTap={() => {
                      setVisitId(need.visitId);
                      setWhy(need.text);
                    }}
                  />
                ))}
              </Card>
            )
          }
        </QueryView>
      </Section>
      <Section title={text.whatKind}>
        <Chips
          options={caseKind.options.map((value) => ({ value, text: said(templateOf(value).name, locale) }))}
          value={kind}
          onChoose={setKind}
        />
      </Section>
      <Field
        label={text.why}
        hint={text.whyHint}
        kind="paragraph"
        value={why}
        onChange={setWhy}
        maxLength={500}
      />
      <Section title={text.urgency}>
        <Chips
          options={urgencies.map((value) => ({ value, text: text[value] }))}
          value={urgency}
          onChoose={setUrgency}
        />
      </Section>
      {kind ? (
        <NextSheet
          key={kind}
          open={open}
          title={text.nextTitle}
          kind={kind}
          action={text.open}
          usual={locale === 'zh-CN' ? '上门见面，问愿不愿意' : 'Visit and ask for consent'}
          failure={failure}
          onClose={() => setOpen(false)}
          onSend={async (next) => {
            const answer = await command(`open ${elderId} ${kind}`, openCase, {
              body: {
                elderId: elderId as ElderId,
                kind,
                source: visitId ? 'visit' : 'worker',
                text: why.trim(),
                urgency,
                next,
                ...(visitId ? { visitId } : {}),
              },
            });
            if (answer.ok) await replace('social-worker/case', { caseId: answer.value.caseId });
            else setFailure(answer.failure);
          }}
        />
      ) : null}
    </Page>
  );
}
