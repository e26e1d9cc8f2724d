import type { Assessment } from '@shared/assessments/assessment';
import { instrumentOf } from '@shared/assessments/instruments';
import { resultSentence } from '@shared/assessments/result';
import type { CaseFile } from '@shared/cases/case-file';
import type { ChainLink, TimelineItem } from '@shared/cases/case-view';
import type { CaseNote } from '@shared/cases/note';
import { historyItem, historyPartition } from '../history/items';
import { withNames } from '../history/read-history';
import type { Deps } from '../platform/deps';
import { keyTexts } from '../table/port';

const noteTitles: Record<CaseNote['words']['kind'], readonly [zh: string, en: string]> = {
  contact: ['联系', 'Contact'],
  note: ['记录', 'Note'],
  conference: ['个案会议', 'Case conference'],
  document: ['资料', 'Document'],
  comment: ['家属留言', 'A word from the family'],
};
const howWords = {
  home: ['上门', 'at home'],
  phone: ['电话', 'by phone'],
  video: ['视频', 'by video'],
  office: ['办公室', 'at the office'],
  none: ['', ''],
} as const;

const noteItemOf = ({ words }: CaseNote): TimelineItem => {
  const [zh, en] = noteTitles[words.kind];
  const present = 'present' in words && words.present.length > 0 ? words.present : undefined;
  const [howZh, howEn] = 'how' in words ? howWords[words.how] : ['', ''];
  return {
    key: words.entryId,
    at: words.at,
    kind: words.kind,
    title: {
      zh: [zh, howZh, present?.join('、')].filter(Boolean).join(' · '),
      en: [en, howEn, present?.join(', ')].filter(Boolean).join(' · '),
    },
    text: words.text,
  };
};

/** Everything of a case, newest first: what was done with it, said, measured, and who came. */
export async function timelineOf(
  deps: Deps,
  c: CaseFile,
  {
    notes,
    assessments,
    chain,
  }: { notes: readonly CaseNote[]; assessments: readonly Assessment[]; chain: readonly ChainLink[] },
): Promise<{ items: TimelineItem[]; unreadable: string[] }> {
  const page = await deps.table.list(historyItem, {
    pk: historyPartition({ kind: 'case', id: c.caseId }),
    prefix: 'HISTORY#',
  });
  const told = await withNames(
    deps,
    page.items.map(({ value }) => value),
  );
  const items: TimelineItem[] = [
    ...told.map(({ entry, sentence }) => ({
      key: entry.historyId,
      at: entry.at,
      kind: 'history' as const,
      title: sentence,
    })),
    ...notes.map(noteItemOf),
    ...assessments.flatMap((each): TimelineItem[] => {
      if (each.status !== 'completed' || each.completedAt < c.openedAt) return [];
      const instrument = instrumentOf(each.instrument);
      const sentence = resultSentence(instrument, each.result);
      return [
        {
          key: each.assessmentId,
          at: each.completedAt,
          kind: 'assessment',
          title: instrument.name,
          text: sentence.zh,
        },
      ];
    }),
    ...chain.flatMap((link) =>
      link.requests.flatMap((request) =>
        request.visits.map(
          (visit): TimelineItem => ({
            key: visit.visitId,
            at: visit.startsAt,
            kind: 'visit',
            title: {
              zh: `${visit.helperName} · ${request.service.zh} · ${visit.state.zh}`,
              en: `${visit.helperName} · ${request.service.en} · ${visit.state.en}`,
            },
          }),
        ),
      ),
    ),
  ];
  return {
    items: items.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    unreadable: keyTexts(page.unreadable),
  };
}
