import type { CaseIn } from '@shared/cases/case-file';
import type { CaseView } from '@shared/cases/case-view';
import { type Goal, levelNow, levelText } from '@shared/cases/goal';
import { templateOf } from '@shared/cases/kind';
import { closingWords, payerWords } from '@shared/cases/words';
import type { printCaseSummary as route } from '@shared/documents/documents.contract';
import { beijingInstant } from '@shared/kernel/instant';
import { allow, refuse } from '@shared/kernel/result';
import type { BuildDocument, PdfPart } from '../platform/pdf/document';
import { saidOnPaper } from '../platform/pdf/said-on-paper';
import { readableCase } from './access';
import { readCase } from './read-case';

const paragraph = (text: string): PdfPart[] => (text === '' ? [] : [{ kind: 'paragraph', text }]);
const section = (title: string, ...parts: readonly PdfPart[]): PdfPart[] =>
  parts.length === 0 ? [] : [{ kind: 'heading', text: title }, ...parts];
const day = (at: Parameters<typeof saidOnPaper>[0]): string => saidOnPaper(at).split(' ')[0] ?? '';
const yuan = (fen: number): string => `${(fen / 100).toFixed(fen % 100 === 0 ? 0 : 2)} 元`;
const score = (value: number | undefined): string => (value === undefined ? '—' : String(value));

/** 结案小结. Reading it for print is a reading like any other, and is written down as one. */
export const closingDocument: BuildDocument<typeof route> = async (deps, input) => {
  const stored = await readableCase(deps, input.actor, input.query.caseId);
  if (!stored.ok) return stored;
  if (stored.value.value.status !== 'closed') return refuse('case_not_closed', 'query.caseId');
  const read = await readCase(deps, {
    ...input,
    params: { caseId: input.query.caseId },
    query: undefined,
    body: undefined,
  });
  if (!read.ok) return read;
  const { case: c, elder } = read.value;
  if (c.status !== 'closed') return refuse('case_not_closed', 'query.caseId');
  const last = c.rounds.at(-1);
  return allow({
    title: '个案结案小结',
    about: elder.name,
    subtitle: `${elder.name}　${elder.age} 岁　${elder.villageName}　${templateOf(c.kind).name.zh}`,
    parts: [
      { kind: 'facts', facts: factsOf(c, read.value) },
      ...section('为什么接案', ...paragraph(c.intake.presenting)),
      ...section(
        '预估',
        ...(c.estimate ? [c.estimate.needs, c.estimate.strengths, c.estimate.risks].flatMap(paragraph) : []),
      ),
      ...goalsPart(c),
      ...measuresPart(read.value),
      ...servedPart(c, read.value),
      ...costsPart(read.value),
      ...section('老人怎么说', ...paragraph(last?.elderWords ?? '')),
      ...section('家里人怎么说', ...paragraph(last?.familyWords ?? '')),
      ...section('小结', ...paragraph(last?.summary ?? c.closing.note)),
      ...section(
        '往后',
        ...paragraph(
          c.closing.followUps.length === 0
            ? '没有约回访。'
            : `回访：${c.closing.followUps.map((on) => day(beijingInstant(on, 0))).join('、')}`,
        ),
      ),
    ],
  });
};

function factsOf(c: CaseIn<'closed'>, { names }: CaseView) {
  const last = c.rounds.at(-1);
  const consent = c.plan?.agreed?.consent;
  return [
    { label: '社工', value: names[c.responsible] ?? '' },
    { label: '立案', value: day(c.openedAt) },
    { label: '结案', value: day(c.closing.at) },
    { label: '为什么结案', value: closingWords[c.closing.reason].zh },
    {
      label: '满意度',
      value: last?.satisfaction === undefined ? '没有问' : `${last.satisfaction} 颗星，满五颗`,
    },
    { label: '谁同意的计划', value: consent?.name ?? '—' },
  ];
}

function goalsPart(c: CaseIn<'closed'>): PdfPart[] {
  const goals = c.plan?.goals ?? [];
  if (goals.length === 0) return [];
  const { before, now } = c.closing.attainment;
  const row = (goal: Goal) => [
    goal.words,
    levelText(goal, goal.baseline),
    levelText(goal, 0),
    levelText(goal, levelNow(goal)),
  ];
  return section(
    '目标达到多少',
    {
      kind: 'table',
      columns: [
        { title: '老人自己的话', share: 4 },
        { title: '开始时', share: 3 },
        { title: '盼着能', share: 3 },
        { title: '结案时', share: 3 },
      ],
      rows: goals.map(row),
    },
    ...paragraph(
      before === undefined || now === undefined
        ? ''
        : `目标达成分：开始 ${before}，结案 ${now}（50 分是正好达到盼望）。`,
    ),
  );
}

/** The same scales before and after, as a chart and in words; what was not asked again is not drawn as zero. */
function measuresPart({ measures }: CaseView): PdfPart[] {
  const asked = measures.filter((each) => each.before);
  if (asked.length === 0) return [];
  const whole = (result: (typeof asked)[number]['before']): number | null =>
    result?.score.kind === 'whole' ? result.score.score : null;
  return section(
    '同一份量表，前后两次',
    {
      kind: 'chart',
      shape: 'bars',
      title: '得分',
      labels: asked.map(({ name, full }) => `${name.zh}（满分 ${full}）`),
      series: [
        { name: '开始', values: asked.map(({ before }) => whole(before)) },
        { name: '结案', values: asked.map(({ after }) => whole(after)) },
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: '量表', share: 3 },
        { title: '开始', share: 1, align: 'right' },
        { title: '结案', share: 1, align: 'right' },
        { title: '说明', share: 6 },
      ],
      rows: asked.map((each) => [
        each.name.zh,
        score(whole(each.before) ?? undefined),
        score(whole(each.after) ?? undefined),
        each.sentence?.zh ?? '',
      ]),
    },
  );
}

function servedPart(c: CaseIn<'closed'>, { chain }: CaseView): PdfPart[] {
  const interventions = c.plan?.interventions ?? [];
  if (interventions.length === 0) return [];
  return section('做了什么', {
    kind: 'table',
    columns: [
      { title: '做法', share: 5 },
      { title: '谁出', share: 2 },
      { title: '约了', share: 1, align: 'right' },
      { title: '来了', share: 1, align: 'right' },
      { title: '多少分钟', share: 2, align: 'right' },
    ],
    rows: interventions.map(({ interventionId, words }) => {
      const link = chain.find((each) => each.interventionId === interventionId);
      const counts = words.kind === 'service' ? [link?.planned, link?.served, link?.minutes] : [];
      return [words.what, payerWords[words.payer].zh, ...[0, 1, 2].map((n) => score(counts[n]))];
    }),
  });
}

const costsPart = ({ costs }: CaseView): PdfPart[] =>
  costs.length === 0
    ? []
    : section('每月花费', {
        kind: 'facts',
        facts: costs.map(({ payer, costFen }) => ({ label: payerWords[payer].zh, value: yuan(costFen) })),
      });
