import type { printCodeCard as route } from '@shared/documents/documents.contract';
import { allow, refuse } from '@shared/kernel/result';
import { CARD_LINES, isValid } from '@shared/visits/code-card';
import { linkedElder } from '../people/access';
import type { BuildDocument } from '../platform/pdf/document';
import { saidOnPaper } from '../platform/pdf/said-on-paper';
import { cardCode } from './card-codes';
import { readCard } from './code-card';

/** 码卡: one page to hang by the door, and one that the elder keeps where nobody else reads it. */
export const codeCardDocument: BuildDocument<typeof route> = async (deps, { actor, query }) => {
  const elder = await linkedElder(deps, actor, query.elderId);
  if (!elder.ok) return elder;
  const card = (await readCard(deps, query.elderId))?.value;
  if (!isValid(card)) return refuse('card_not_valid');
  const { callName, doorCode, villageName } = elder.value.value;
  const lines = Array.from({ length: CARD_LINES }, (_, index) => index + 1);
  return allow({
    title: `${callName}的门牌`,
    about: '',
    subtitle: `${villageName} · 贴在门口`,
    parts: [
      { kind: 'number', label: '门牌码', value: [...doorCode].join(' ') },
      { kind: 'large', text: '来帮忙的人：手机定不到位的时候，把这四位数字输进暖邻。' },
      { kind: 'page' },
      { kind: 'heading', text: `${callName}的码卡 · 第 ${card.number} 张 · ${saidOnPaper(card.madeAt)}` },
      { kind: 'large', text: '自己收好，不要贴在门口。' },
      { kind: 'large', text: '人走的时候，按顺序念一行给他听，念过的划掉。没有人来过，就不要念。' },
      {
        kind: 'cells',
        columns: 3,
        cells: lines.map((line) => ({
          label: `第 ${line} 行`,
          value: cardCode(deps.secret, card, line),
          struck: card.used.includes(line),
        })),
      },
      { kind: 'paragraph', text: '丢了，或给别人看过了，请协理员或家里人做一张新的，这一张马上作废。' },
    ],
  });
};
