import type { printBrief as route } from '@shared/documents/documents.contract';
import { allow } from '@shared/kernel/result';
import type { BriefView } from '@shared/programmes/briefs.contract';
import type { EvidenceKind } from '@shared/programmes/evidence';
import { evidenceKind } from '@shared/programmes/evidence';
import { evidenceWords } from '@shared/programmes/words';
import type { BuildDocument, PdfPart } from '../platform/pdf/document';
import { dayOnPaper, saidOnPaper } from '../platform/pdf/said-on-paper';
import { briefShown, regionsBrief } from './keep-briefs';

function tableOf({ brief }: BriefView, kind: EvidenceKind): PdfPart[] {
  const cells = brief.evidence.cells.filter((each) => each.kind === kind);
  if (cells.length === 0) return [];
  return [
    { kind: 'heading', text: evidenceWords[kind].zh },
    {
      kind: 'table',
      columns: [
        { title: '什么', share: 6 },
        { title: '哪个村', share: 4 },
        { title: '老人', share: 3, align: 'right' },
      ],
      rows: cells.map((each) => [
        each.what.zh,
        each.villageName,
        each.elders === 'few' ? '少于 5' : `${each.elders} 位`,
      ]),
    },
  ];
}

function chartOf({ brief }: BriefView): PdfPart[] {
  const sums = brief.evidence.sums.slice(0, 8);
  if (sums.length === 0) return [];
  return [
    {
      kind: 'chart',
      shape: 'bars',
      title: '至少有多少位老人',
      labels: sums.map((each) => each.what.zh),
      series: [{ name: '老人', values: sums.map((each) => each.elders) }],
    },
  ];
}

/** 倡导简报: counts, not people. */
export const briefDocument: BuildDocument<typeof route> = async (deps, { actor, params }) => {
  const stored = await regionsBrief(deps, actor, params.briefId);
  if (!stored.ok) return stored;
  const view = await briefShown(deps, actor, stored.value.value);
  const { brief, sentByName, answers } = view;
  return allow({
    title: '倡导简报',
    about: brief.title,
    subtitle: `${brief.regionName}：${brief.title}`,
    parts: [
      { kind: 'paragraph', text: brief.says },
      { kind: 'heading', text: '请县里做' },
      ...brief.asks.map((ask, index): PdfPart => ({ kind: 'paragraph', text: `${index + 1}. ${ask}` })),
      { kind: 'heading', text: '依据' },
      ...chartOf(view),
      ...evidenceKind.options.flatMap((kind) => tableOf(view, kind)),
      {
        kind: 'paragraph',
        text: `数的是老人，每位在一格里只数一次；从 ${dayOnPaper(brief.evidence.from)}到 ${dayOnPaper(brief.evidence.to)}。少于 5 位的不写数，也不算进合计。`,
      },
      { kind: 'paragraph', text: `社工 ${sentByName}，${saidOnPaper(brief.sentAt)}送出。` },
      ...(answers.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: '答复' },
            ...answers.map(
              ({ byName, at, text }): PdfPart => ({
                kind: 'paragraph',
                text: `${byName}（${saidOnPaper(at)}）：${text}`,
              }),
            ),
          ]),
    ],
  });
};
