import type { printGroupReport as route } from '@shared/documents/documents.contract';
import type { GroupView } from '@shared/groups/group-view';
import {
  absenceWords,
  dutyWords,
  groupReasonWords,
  groupWordsOf,
  sessionStateWords,
} from '@shared/groups/words';
import { allow } from '@shared/kernel/result';
import type { BuildDocument, PdfPart } from '../platform/pdf/document';
import { saidOnPaper } from '../platform/pdf/said-on-paper';
import { regionsGroup, wholeGroup } from './access';
import { viewOfGroup } from './read-group';

const heading = (text: string): PdfPart => ({ kind: 'heading', text });
const paragraph = (text: string): PdfPart[] => (text === '' ? [] : [{ kind: 'paragraph', text }]);

const factsOf = ({ group: g, report, villageName, names }: GroupView): PdfPart => ({
  kind: 'facts',
  facts: [
    { label: '在哪里', value: `${villageName} ${g.place.name}` },
    { label: '谁负责', value: names[g.responsible] ?? '' },
    { label: '到哪一步', value: groupWordsOf[g.status].zh },
    { label: '组员', value: `${report.members} 位` },
    { label: '办了几次', value: `${report.held} 次，取消 ${report.cancelled} 次` },
    { label: '出勤', value: `${report.expected} 人次里来了 ${report.came} 人次` },
    { label: '记给志愿者', value: `${report.helpers} 人，${report.minutesCredited} 分钟` },
    ...(g.status === 'closed' ? [{ label: '为什么结束', value: groupReasonWords[g.closing.reason].zh }] : []),
  ],
});

function sessionsPart({ sessions, members }: GroupView): PdfPart {
  const nameOf = (id: string): string => members.find((each) => each.elderId === id)?.name ?? '';
  return {
    kind: 'table',
    columns: [
      { title: '时间', share: 4 },
      { title: '做什么', share: 5 },
      { title: '谁来做', share: 5 },
      { title: '出勤', share: 5 },
    ],
    rows: sessions.map((s) => [
      saidOnPaper(s.startsAt),
      s.title,
      s.workers
        .map(({ name, duties }) => `${name}（${duties.map((duty) => dutyWords[duty].zh).join('、')}）`)
        .join('，'),
      s.status === 'held'
        ? [
            `来了 ${s.attendance.filter((each) => each.came).length} 位`,
            ...s.attendance
              .filter((each) => !each.came)
              .map((each) => `${nameOf(each.elderId)}没来：${absenceWords[each.why ?? 'unknown'].zh}`),
          ].join('\n')
        : `${sessionStateWords[s.status].zh}${s.status === 'cancelled' ? `：${s.cancelled.why}` : ''}`,
    ]),
    empty: '还没有活动。',
  };
}

/** Before and after beside each other, where both are whole. */
function chartOf({ measures, instrument }: GroupView): PdfPart[] {
  const scoreOf = (result: GroupView['measures'][number]['before']): number | null =>
    result?.score.kind === 'whole' ? result.score.score : null;
  const shown = measures.filter((each) => scoreOf(each.before) !== null);
  if (shown.length === 0) return [];
  const better = instrument.lowerIsBetter ? '分数越低越好' : '分数越高越好';
  return [
    {
      kind: 'chart',
      shape: 'bars',
      title: `${instrument.name.zh}（${better}）`,
      labels: shown.map((each) => each.name),
      series: [
        { name: '参加前', values: shown.map((each) => scoreOf(each.before)) },
        { name: '参加后', values: shown.map((each) => scoreOf(each.after)) },
      ],
    },
  ];
}

/** 小组结束报告: names of members, and so for social workers of the region only. */
export const groupReportDocument: BuildDocument<typeof route> = async (deps, { actor, params }) => {
  const stored = await regionsGroup(deps, actor, params.groupId);
  if (!stored.ok) return stored;
  const view = await viewOfGroup(deps, actor, await wholeGroup(deps, stored.value));
  const { group: g, report } = view;
  const evaluation = g.status === 'evaluated' ? g.evaluation : g.rounds.at(-1);
  const notes = view.sessions.flatMap((s) =>
    s.status === 'held' && s.process ? [`${s.title}：${s.process.text}`] : [],
  );
  return allow({
    title: '小组报告',
    about: g.name,
    subtitle: `${g.name}：${g.purpose}`,
    parts: [
      factsOf(view),
      heading('每一次活动'),
      sessionsPart(view),
      heading('参加前和参加后'),
      ...paragraph(`好了的 ${report.better} 位，一样的 ${report.same} 位，差了的 ${report.worse} 位。`),
      ...chartOf(view),
      ...(evaluation
        ? [
            heading('评估小结'),
            ...paragraph(evaluation.summary),
            ...paragraph(evaluation.memberWords === '' ? '' : `老人们说：${evaluation.memberWords}`),
          ]
        : []),
      ...(notes.length > 0 ? [heading('过程记录'), ...notes.flatMap(paragraph)] : []),
    ],
  });
};
