import type { CaseFile } from '@shared/cases/case-file';
import type { CaseView } from '@shared/cases/case-view';
import { stepCase } from '@shared/cases/cases.contract';
import { useState } from 'react';
import { said, useLocale, useText } from '@/i18n';
import { command, type Failure } from '@/platform';
import { Button, Notice } from '@/ui';
import { caseText } from './case.text';
import { NextSheet } from './next-sheet';

type Forward = 'intake' | 'assessment' | 'planning' | 'intervention' | 'evaluation';
const forward: Partial<Record<CaseFile['status'], Forward>> = {
  referral: 'intake',
  declined: 'intake',
  intake: 'assessment',
  assessment: 'planning',
  planning: 'intervention',
  intervention: 'evaluation',
  closed: 'assessment',
};
const usual: Record<Forward, readonly [zh: string, en: string]> = {
  intake: ['上门见面，问愿不愿意', 'Visit and ask for consent'],
  assessment: ['上门做评估', 'Assess at home'],
  planning: ['和老人商量目标', 'Agree on goals'],
  intervention: ['看看安排得怎么样', 'See how it goes'],
  evaluation: ['上门评估成效', 'Evaluate at home'],
};

/** The one next step of a case, and what it still lacks as its own rule says. */
export function StepAction({
  view,
  refresh,
}: {
  readonly view: CaseView;
  readonly refresh: () => Promise<void>;
}) {
  const text = useText(caseText);
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { status, caseId, kind } = view.case;
  const to = forward[status];
  if (!to) return null;
  const words = {
    intake: text.toIntake,
    assessment: status === 'closed' ? text.reopen : text.toAssessment,
    planning: text.toPlanning,
    intervention: text.toIntervention,
    evaluation: text.toEvaluation,
  }[to];
  return (
    <>
      {view.missing ? (
        <Notice>{`${text.stillMissing}：${said(view.missing, locale)}`}</Notice>
      ) : (
        <Button onTap={() => setOpen(true)}>{words}</Button>
      )}
      <NextSheet
        key={to}
        open={open}
        title={words}
        kind={kind}
        action={words}
        usual={usual[to][locale === 'zh-CN' ? 0 : 1]}
        failure={failure}
        onClose={() => setOpen(false)}
        onSend={async (next) => {
          const params = { caseId };
          const body =
            to === 'intake'
              ? { to, next, urgency: 'soon' as const }
              : to === 'assessment' || to === 'planning'
                ? { to, next, why: '' }
                : { to, next };
          const answer = await command(`step ${caseId} ${to}`, stepCase, { params, body });
          setFailure(answer.ok ? undefined : answer.failure);
          if (answer.ok) setOpen(false);
          await refresh();
        }}
      />
    </>
  );
}
