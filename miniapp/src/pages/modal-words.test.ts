import { expect, test } from '@jest/globals';
import { accountText } from '@/features/account/account.text';
import { codeCardText } from '@/features/code-card/code-card.text';
import { outboxText } from '@/features/outbox/outbox.text';
import { queueText } from '@/features/queue/queue.text';
import { dutyText } from '@/features/visit-duty/visit-duty.text';
import { witnessText } from '@/features/witness/witness.text';
import { uiText } from '@/ui/ui.text';

const MOST_CHARACTERS = 4;

test("no button of WeChat's question has more than four characters, in either language", () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const { signOutYes, signOutNo } = accountText[locale];
    const { nightYes, nightNo } = uiText[locale];
    const { refuseYes, refuseNo } = queueText[locale];
    const { giveUpYes, keep } = outboxText[locale];
    const { notReachedYes, notReachedNo, endYes, endNo, wrongYes, wrongNo } = dutyText[locale];
    const { sureYes, sureNoYes, back } = witnessText[locale];
    const { renewYes, takeYes, keep: wait } = codeCardText[locale];
    const showing = [sureYes, sureNoYes, back, renewYes, takeYes, wait];
    const night = [nightYes, nightNo, notReachedYes, notReachedNo, endYes, endNo, wrongYes, wrongNo];
    for (const words of [signOutYes, signOutNo, ...night, ...showing, refuseYes, refuseNo, giveUpYes, keep])
      expect([words, [...words].length <= MOST_CHARACTERS]).toEqual([words, true]);
  }
});
