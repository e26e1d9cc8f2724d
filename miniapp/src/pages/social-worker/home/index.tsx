import { listWaiting } from '@shared/assessments/assessments.contract';
import type { CaseCard as Card_ } from '@shared/cases/case-view';
import { listCases } from '@shared/cases/cases.contract';
import { listFlags } from '@shared/time-bank/time-bank.contract';
import { useState } from 'react';
import { CaseCard } from '@/features/cases/case-card';
import { casesText } from '@/features/cases/cases.text';
import { Proposals } from '@/features/cases/proposals';
import { flagsText } from '@/features/time-bank/flags.text';
import { DutyRow } from '@/features/visit-duty/duty-row';
import { said, useLocale, useText } from '@/i18n';
import { go, useQuery } from '@/platform';
import { Avatar, Card, Chips, EmptyState, EntryRow, ListRow, Page, QueryView, Section } from '@/ui';

const scopes = ['mine', 'region', 'closed'] as const;
type Scope = (typeof scopes)[number];

/** 个案: what is due today first, then what comes; and assessments that wait for one's second look. */
export default function CaseloadPage() {
  const text = useText(casesText);
  const locale = useLocale();
  const [scope, setScope] = useState<Scope>('mine');
  const query = useQuery(listCases, { query: { scope } });
  const waiting = useQuery(listWaiting, {});
  const second = waiting.data?.assessments ?? [];
  const doubts = useQuery(listFlags, { query: {} }).data?.flags.length ?? 0;
  return (
    <Page title={text.title} tab="social-worker/home" onRefresh={query.refresh}>
      <Chips
        options={scopes.map((value) => ({ value, text: text[value] }))}
        value={scope}
        onChoose={setScope}
      />
      <DutyRow onOpen={() => void go('social-worker/duty')} />
      {second.length > 0 ? (
        <Section title={text.waitingSecond}>
          <Card flat>
            {second.map((each) => (
              <EntryRow
                key={each.assessmentId}
                lead={<Avatar name={each.elderName} tone="sky" />}
                title={each.elderName}
                note={said(each.name, locale)}
                onTap={() => void go('social-worker/assessment', { assessmentId: each.assessmentId })}
              />
            ))}
          </Card>
        </Section>
      ) : null}
      {doubts > 0 ? (
        <Card flat>
          <ListRow label={flagsText[locale].waiting(doubts)} onTap={() => void go('coordinator/time-bank')} />
        </Card>
      ) : null}
      {scope === 'closed' ? null : (
        <Proposals onChanged={query.refresh} onOpen={(caseId) => void go('social-worker/case', { caseId })} />
      )}
      <QueryView query={query}>
        {({ cases, today }) => {
          if (cases.length === 0)
            return scope === 'mine' ? (
              <EmptyState icon="leaf" title={text.none} note={text.noneNote} />
            ) : (
              <EmptyState icon="leaf" title={text.noneRegion} />
            );
          const isDue = (each: Card_) => each.next !== undefined && each.next.on <= today;
          const due = cases.filter(isDue);
          const rest = cases.filter((each) => !isDue(each));
          const list = (some: readonly Card_[]) =>
            some.map((each) => (
              <CaseCard key={each.caseId} one={each} today={today} onChanged={query.refresh} />
            ));
          return (
            <>
              {due.length > 0 ? <Section title={text.today}>{list(due)}</Section> : null}
              {rest.length > 0 && due.length > 0 ? (
                <Section title={text.later}>{list(rest)}</Section>
              ) : (
                list(rest)
              )}
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
