import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { RequestId } from '@shared/kernel/ids';
import { type BrowserPhones, BUILD_AND_START_MILLIS, startBrowserPhones } from './browser-phones';
import type { Phone } from './phone';
import { colleagueWrites, firstArranged, moodAgain } from './social-hands';

jest.setTimeout(180_000);
/** Questions of GDS-15 whose no adds a point. */
const REVERSED = [1, 5, 7, 11, 13];

describe('a widow’s grief, from a neighbour’s note to closing, against the whole stack', () => {
  let phones: BrowserPhones;
  let lin: Phone;
  let arranged: RequestId;

  beforeAll(async () => {
    phones = await startBrowserPhones();
    lin = await phones.open();
  }, BUILD_AND_START_MILLIS);
  afterAll(() => phones?.close());

  /** Of the fifteen questions so many of the first are answered so that they count as sad. */
  const moodChoices = (sad: number) =>
    Array.from({ length: 15 }, (_, index) => {
      const counts = REVERSED.includes(index + 1) ? 'no' : 'yes';
      return index < sad ? counts : counts === 'yes' ? 'no' : 'yes';
    });
  async function askMood(sad: number): Promise<void> {
    for (const [index, choice] of moodChoices(sad).entries()) {
      await lin.see(`第 ${index + 1} 题，共 15 题`);
      if (index === 4) await comeBackToIt();
      if (index === 2) await lin.keep('case-question');
      await lin.tap(choice === 'yes' ? /^是$/ : /^不是$/);
    }
    await handIn();
  }
  /** Left half-way it is not handed in, and it goes on where it was left. */
  async function comeBackToIt(): Promise<void> {
    await lin.page.goBack();
    await lin.tap('接着评');
    await lin.see('第 5 题，共 15 题');
  }
  async function handIn(): Promise<void> {
    await lin.see('都答完了');
    await lin.tap('交上去');
    await lin.see('结果');
  }
  async function askLoneliness(answer: string): Promise<void> {
    await lin.see('您常常觉得孤单吗？');
    await lin.tap(new RegExp(`^${answer}$`));
    await handIn();
    await lin.tap('回到个案');
  }
  /** The button of a sheet whose title says the same. */
  const send = (words: string): Promise<void> =>
    lin.page.getByRole('dialog').filter({ visible: true }).getByText(words).last().click();
  const writeRow = async (row: string, words: string): Promise<void> => {
    await lin.tap(row);
    await lin.page
      .getByRole('dialog')
      .filter({ visible: true })
      .locator('textarea, input')
      .first()
      .fill(words);
    await lin.tapInSheet('保存');
    await lin.see(words);
  };

  test('the worker sees what is due today, and what a neighbour noticed at a widow’s, and takes it up', async () => {
    await lin.tap('林晓');
    await lin.see('今天要做的');
    await lin.see(/刘德福/);
    await lin.see('也许要接案');
    await lin.see('李桂芬到访时记下：老伴走了两个月，不愿出门，夜里睡不着');
    await lin.keep('case-board');
    await lin.tap(/^接案$/);
    await lin.tapInSheet('丧偶哀伤');
    await lin.keep('case-open');
    await send('接案');
    await lin.see('主要困难');
    await lin.see(/还没有老人的同意/);
  });

  test('asks whether she wants it, and then asks the two scales, one question a screen', async () => {
    await lin.tap('老人自己同意');
    await lin.tapInSheet('记下来');
    await lin.tap('开始预估');
    await send('开始预估');
    await lin.tap('开始评');
    await lin.tapInSheet('开始评');
    await askMood(9);
    await lin.see(/比较低落，9 分/);
    await lin.keep('case-result');
    await lin.tap('回到个案');
    await lin.see('再评一次');
    await lin.tap('开始评');
    await lin.tapInSheet('开始评');
    await askLoneliness('总是');
  });

  /** A colleague writes into the place that the worker has open: both texts are shown, and both are kept. */
  async function writeTogether(mine: string, theirs: string): Promise<void> {
    await lin.tap('需要什么');
    await lin.page.getByRole('dialog').filter({ visible: true }).locator('textarea').first().fill(mine);
    await colleagueWrites(phones.stack.apiUrl, '赵玉珍', theirs);
    await lin.tapInSheet('保存');
    await lin.see('同事刚写的');
    await lin.see(theirs);
    await lin.keep('case-conflict');
    await lin.tapInSheet('两段都留');
    await lin.see(new RegExp(`${theirs}\\s+${mine}`));
  }

  test('writes what she needs, draws whom she has, and plans in her own words', async () => {
    await lin.tap(/当面问过有没有不想活的念头/);
    await writeTogether('想有人说说话，夜里睡不着', '想有人说说话，怕一个人吃饭');
    await writeRow('老人的长处和身边的人', '会剪纸，和东院李桂芬处得好');
    await lin.tap('加一个人');
    for (const [name, relation, side, close] of [
      ['老伴', '丈夫', '同辈', '很近'],
      ['赵丽', '女儿', '儿女', '一般'],
      ['李桂芬', '东院邻居', '邻里', '很近'],
    ] as const) {
      await lin.write('怎么称呼', name);
      await lin.write('什么关系', relation);
      await lin.tap(new RegExp(`^${side}$`));
      await lin.tap(new RegExp(`^${close}$`));
      if (name === '老伴') await lin.tap('已过世');
      await lin.tap(/^保存$/);
      await lin.see(relation);
    }
    await lin.toTop();
    await lin.keep('case-map');
    await lin.page.goBack();
    await lin.tap('开始做计划');
    await send('开始做计划');
    await lin.tap('看计划');
    await lin.tap('加一个目标');
    await lin.tapInSheet('想有人说说话');
    await lin.tapInSheet(/^保存$/);
    await lin.see(/目标 1/);
    await lin.tap('加一项做法');
    await lin.tap('哪项服务');
    await lin.tap('聊天陪伴');
    await lin.write('做什么、谁来、多久一次', '邻居每周来陪三次');
    await lin.tapInSheet(/^保存$/);
    await lin.see('邻居每周来陪三次');
    await lin.see(/往下走之前：.*同意/);
    await lin.tap('把计划念给老人听，问愿不愿意。');
    await lin.tapInSheet('记下来');
    await lin.see('赵玉珍同意这份计划');
    await lin.tap('开始介入');
    await send('开始介入');
  });

  test('the plan asks for visits like any other request, and shows what became of them', async () => {
    await lin.tap(/^约人$/);
    await lin.tapInSheet('每周三次');
    await lin.tapInSheet(/^约人$/);
    await lin.see(/约 4 次，来了 0 次/);
    arranged = await firstArranged(phones.stack.apiUrl, '赵玉珍');
    await lin.keep('case-plan');
    await lin.page.goBack();
    await lin.tap('老人说可以给家里人看');
    await lin.see(/约了上门服务/);
    await lin.keep('case-file');
  });

  test('asks the same scales again, marks the goal, writes her words, and closes', async () => {
    await lin.tap('开始评估成效');
    await send('开始评估成效');
    await lin.see('看评估');
    await moodAgain(phones.stack.apiUrl, '赵玉珍', moodChoices(4));
    await lin.page.getByText('再评一次').filter({ visible: true }).nth(1).click();
    await lin.tapInSheet('开始评');
    await askLoneliness('很少');
    await lin.tap('看评估');
    await lin.see(/心情平稳，4 分/);
    await lin.see(/好了 5 分/);
    await lin.tap('几乎每天都和人相处');
    await lin.page.getByRole('radio', { name: '5 颗星' }).filter({ visible: true }).click();
    await writeRow('老人怎么说', '如今有人惦记我了');
    await writeRow('结案小结', '心情平稳，常去东院串门，夜里能睡五个钟头。');
    await lin.toTop();
    await lin.keep('case-evaluation');
    await lin.tap(/^结案$/);
    await lin.see('目标达到了');
    await lin.keep('case-closed');
    const [file] = await Promise.all([lin.page.waitForEvent('download'), lin.tap('结案小结（打印用）')]);
    expect(file.suggestedFilename()).toMatch(/^个案结案小结-赵玉珍-.*\.pdf$/);
  });

  test('the daughter in Daqing reads the plan that her mother lets her see, and answers', async () => {
    const daughter = await phones.open();
    await daughter.tap('赵丽');
    await daughter.see('赵玉珍');
    await daughter.tap('赵玉珍');
    await daughter.tap('照护计划');
    await daughter.see(/想有人说说话/);
    await daughter.see(/社工林晓在跟进/);
    await daughter.write('想补充的、担心的，都可以写', '过年我回去陪她');
    await daughter.tap('发送');
    await daughter.see('过年我回去陪她');
    await daughter.keep('case-family');
    await daughter.page.goto(`${phones.stack.url}/#/pages/family/matching/index?requestId=${arranged}`);
    await daughter.see(/老人的愿望：「想有人说说话/);
    await daughter.page.getByText('看计划').filter({ visible: true }).last().scrollIntoViewIfNeeded();
    await daughter.keep('family-purpose');
    await daughter.tap('看计划');
    await daughter.see('盼着：一星期至少三次和人相处');
    expect(daughter.complaints).toEqual([]);
  });

  test('nothing broke on the way', () => {
    expect(lin.complaints).toEqual([]);
  });
});
