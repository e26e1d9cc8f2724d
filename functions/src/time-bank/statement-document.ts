import type { printTimeStatement as route } from '@shared/documents/documents.contract';
import { allow } from '@shared/kernel/result';
import type { AccountView, StatementLine } from '@shared/time-bank/time-bank.contract';
import type { BuildDocument, PdfFact, PdfPart } from '../platform/pdf/document';
import { saidOnPaper } from '../platform/pdf/said-on-paper';
import { accountOf } from './account-of';
import { readAccount } from './read-account';
import { effectWords, signedMinutes, wholeStatement } from './whole-statement';

/** 3 小时 20 分 */
const said = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} 分`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
};
const signed = (line: StatementLine): string => {
  const minutes = signedMinutes(line);
  return minutes < 0 ? `−${said(-minutes)}` : `+${said(minutes)}`;
};

const factsOf = (account: AccountView): PdfFact[] => [
  { label: '现在可用', value: said(account.availableMinutes) },
  { label: '预留着', value: said(account.heldMinutes) },
  { label: '一共收入', value: said(account.inMinutes) },
  { label: '一共支出', value: said(account.outMinutes) },
  { label: '等着核实', value: said(account.waitingMinutes) },
  { label: '按哪套规则', value: account.rules.zh },
];

/** What is set aside, and for what. */
const heldPart = ({ held }: AccountView): PdfPart[] =>
  held.length === 0
    ? []
    : [
        { kind: 'heading', text: '预留给' },
        {
          kind: 'table',
          columns: [
            { title: '什么时候', share: 4 },
            { title: '什么事', share: 5 },
            { title: '预留', share: 2, align: 'right' },
          ],
          rows: held.map((each) => [
            saidOnPaper(each.startsAt),
            each.fromPoolMinutes > 0
              ? `${each.title.zh}（村时间池出 ${said(each.fromPoolMinutes)}）`
              : each.title.zh,
            said(each.minutes),
          ]),
        },
      ];

const linesPart = (lines: readonly StatementLine[]): PdfPart => ({
  kind: 'table',
  columns: [
    { title: '时间', share: 4 },
    { title: '来历', share: 8 },
    { title: '类别', share: 2 },
    { title: '时间数', share: 3, align: 'right' },
  ],
  rows: lines.map((line) => [
    saidOnPaper(line.at),
    `${line.title.zh}\n${line.story.zh}`,
    effectWords[line.effect],
    signed(line),
  ]),
  empty: '还没有记录。去帮一次忙，第一笔就会记在这里。',
});

/** 对账单: the whole account on paper, with the story behind each line. */
export const statementDocument: BuildDocument<typeof route> = async (deps, { actor, query }) => {
  const whose = await accountOf(deps, actor, query.elderId);
  if (!whose.ok) return whose;
  const account = await readAccount(deps, { actor, query, params: undefined, body: undefined });
  if (!account.ok) return account;
  const { lines, leftOut } = await wholeStatement(deps, whose.value);
  return allow({
    title: '时间银行对账单',
    about: whose.value.name,
    subtitle: whose.value.name,
    parts: [
      { kind: 'facts', facts: factsOf(account.value) },
      ...heldPart(account.value),
      { kind: 'heading', text: '每一笔的来历' },
      linesPart(lines),
      ...(leftOut === 0
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: `更早的还有 ${leftOut} 笔，这里放不下，在手机上可以往下翻。`,
            },
          ]),
      { kind: 'paragraph', text: '每一笔都记在给出和收下的两边，两边永远相等。哪一笔看不明白，请问协理员。' },
    ],
  });
};
