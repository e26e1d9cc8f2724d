import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type BrowserPhones, BUILD_AND_START_MILLIS, startBrowserPhones } from './browser-phones';
import type { Phone } from './phone';
import { type Hands, handsOf } from './social-hands';

const MEMBERS = 9;
/** So many are asked with a thumb on the page; the others through the same routes, while the page shows it. */
const BY_THUMB = 2;
jest.setTimeout(180_000);

describe('a group of nine over four sessions, and a programme with a brief, against the whole stack', () => {
  let phones: BrowserPhones;
  let lin: Phone;
  let hands: Hands;

  beforeAll(async () => {
    phones = await startBrowserPhones();
    lin = await phones.open();
  }, BUILD_AND_START_MILLIS);
  afterAll(() => phones?.close());

  const dialog = () => lin.page.getByRole('dialog').filter({ visible: true });
  const village = async (): Promise<void> => {
    for (const [row, choice] of [
      ['县或区', '兰西县'],
      ['乡镇或街道', '红光镇'],
      ['村或社区', '红光村'],
    ] as const) {
      await lin.tap(row);
      await lin.tapInSheet(choice);
    }
  };

  test('the worker forms a group and invites whom the village suggests, each with the reason', async () => {
    await lin.tap('林晓');
    await lin.tap(/^小组$/);
    await lin.see('冬日棋友会');
    await lin.keep('group-board');
    await lin.tap('办一个小组');
    await lin.tap('剪纸窗花');
    await village();
    await lin.write('在哪里碰面', '村文化室');
    await lin.tap('办起来');
    await lin.see(/至少要有两位老人/);
    await lin.tap('0 位组员');
    await lin.see('可以请谁');
    await lin.see(/孤单不孤单：/);
    for (let n = 1; n <= BY_THUMB; n += 1) {
      await ask();
      await lin.page.getByText('请过了，等答复').filter({ visible: true }).first().click();
      await dialog().getByText('记下来').last().click();
      await expectCount('答应来', n);
    }
    hands = await handsOf(phones.stack.apiUrl, '剪纸窗花');
    await hands.fillUp(MEMBERS - 1);
    // A page reads again what others did when it is come back to.
    await lin.page.goBack();
    await lin.tap(`${MEMBERS - 1} 位组员`);
    await expectCount('答应来', MEMBERS - 1);
    await ask();
    await lin.toTop();
    await lin.keep('group-members');
  });

  const ask = async (): Promise<void> => {
    await lin.page.getByText('请来', { exact: true }).filter({ visible: true }).first().click();
    await expectCount('请过了，等答复', 1);
  };

  test('the last one says yes before the coordinator who asked her', async () => {
    const row = lin.page.locator('.nl-entry').filter({ hasText: '请过了，等答复' }).filter({ visible: true });
    const name =
      (await row.first().innerText()).match(/[\u4e00-\u9fff]{2,4}/g)?.find((each) => each.length > 1) ?? '';
    const sun = await phones.open();
    await sun.tap('孙丽');
    await sun.see(/等您处理/);
    await sun.visit('coordinator/elders');
    await sun.write('找名字', name);
    await sun.tap(name);
    await sun.see(/社工请.+参加「剪纸窗花」/);
    await sun.page.getByText('当面问了，愿意去').filter({ visible: true }).scrollIntoViewIfNeeded();
    await sun.keep('group-asked');
    await sun.tap('当面问了，愿意去');
    await sun.page.getByText('当面问了，愿意去').waitFor({ state: 'hidden' });
    expect(sun.complaints).toEqual([]);
    await lin.page.goBack();
    await lin.see('9 位组员');
  });

  const expectCount = (text: string, count: number): Promise<void> =>
    lin.page
      .getByText(text, { exact: true })
      .filter({ visible: true })
      .nth(count - 1)
      .waitFor();

  const planSession = async (title: string, day: string, hour: string): Promise<void> => {
    await lin.tap('安排一次活动');
    await lin.write('这次做什么', title);
    await lin.tap('哪天');
    await lin.tapInSheet(day);
    await lin.tap('几点');
    await lin.tapInSheet(hour);
    const chip = (duty: string, nth: number) =>
      lin.page.getByText(duty, { exact: true }).filter({ visible: true }).nth(nth).click();
    await chip('策划', 0);
    await chip('协调', 0);
    await chip('带动', 1);
    await lin.tap(/^保存$/);
    await lin.see(title);
  };

  test('holds four sessions, keeps who came, and the volunteer who led is credited', async () => {
    await planSession('第 1 次', '前天', '9:00');
    await lin.tap('开始活动');
    await planSession('第 2 次', '前天', '14:00');
    for (const n of [1, 2]) {
      await lin.tap(`第 ${n} 次`);
      await lin.see('谁来干活了');
      if (n === 2) {
        await lin.page.getByText('来了', { exact: true }).filter({ visible: true }).first().click();
        await lin.tap('身体不舒服');
        await lin.keep('group-attendance');
      }
      await lin.tap('记出勤');
      await lin.see('+1 小时 30 分');
      await lin.page.goBack();
      await lin.see(`${n * MEMBERS} 人次`);
    }
    await hands.hold('第 3 次', 1, 9);
    await hands.hold('第 4 次', 1, 14);
    await lin.tap(`${MEMBERS} 位组员`);
    await lin.see('可以请谁');
    await lin.page.goBack();
    await lin.see('第 4 次');
    await lin.see(`${4 * MEMBERS} 人次`);
    await lin.keep('group-running');
  });

  test('a programme begins, holds an activity with its outcome, is measured, evaluated and closed', async () => {
    await lin.visit('social-worker/groups');
    await lin.tap(/^社区$/);
    await lin.tap('教老人接视频');
    await lin.tap('项目开始');
    await lin.tap('安排一次活动');
    await lin.write('做什么', '在文化室教接视频');
    await lin.write('在哪里', '村文化室');
    await lin.tap('哪天');
    await lin.tapInSheet('昨天');
    await dialog().getByRole('checkbox').first().click();
    await lin.tapInSheet(/^保存$/);
    await lin.tap('记参加的人');
    await lin.write('老人', '12');
    await lin.write('家属', '3');
    await lin.write('结果怎么样', '十二位老人当场接通了孩子的视频');
    await lin.tapInSheet(/^保存$/);
    await lin.see(/老人 12 人次，其他 3 人次。十二位老人当场接通/);
    await lin.tap('记一次');
    await lin.write('自己会接视频的老人，今天是多少', '14');
    await lin.tapInSheet(/^保存$/);
    await lin.see('14 / 15 人');
    await lin.tap('做评估');
    await dialog().locator('textarea').first().fill('会接视频的从三位到了十四位。');
    await lin.tapInSheet(/^保存$/);
    await lin.see('会接视频的从三位到了十四位。');
    await lin.tap('结束项目');
    await lin.see('已结束');
    await lin.toTop();
    await lin.keep('programme-closed');
  });

  test('a programme shows its numbers and what it rests on, and a brief goes to the county', async () => {
    await lin.visit('social-worker/groups');
    await lin.tap(/^社区$/);
    await lin.see('暖冬行动');
    await lin.keep('programme-board');
    await lin.tap('暖冬行动');
    await lin.see('14 / 20 户');
    await lin.keep('programme');
    await lin.tap('写倡导简报');
    await lin.write('简报题目', '独居老人没人说话');
    await lin.write('说的是什么事', '一个村里好几位独居老人总觉得孤单。');
    await lin.write('第 1 件', '给每个村文化室冬天供暖');
    await lin.see(/孤单不孤单：/);
    await lin.toTop();
    await lin.keep('programme-brief');
    await lin.tap('送给县里');
    await lin.see('县里的答复');
    const official = await phones.open();
    await official.tap('何科长');
    await official.tap('倡导简报');
    await official.tap('独居老人没人说话');
    await official.see(/至少 \d+ 位/);
    await official.write('怎么答复', '十二月起给文化室供暖');
    await official.tap(/^答复$/);
    await official.see('十二月起给文化室供暖');
    await official.toTop();
    await official.keep('programme-official');
    const [file] = await Promise.all([official.page.waitForEvent('download'), official.tap('存成 PDF')]);
    expect(file.suggestedFilename()).toMatch(/^倡导简报-独居老人没人说话-.*\.pdf$/);
    expect(official.complaints).toEqual([]);
  });

  test('asks again those who were asked before, evaluates, and closes it with a chart', async () => {
    await lin.visit('social-worker/groups');
    await lin.tap(/^小组$/);
    await lin.tap('剪纸窗花');
    await lin.see('参加前和参加后');
    const [thumb = '', away = '', ...others] = await hands.askedBefore();
    expect(others.length).toBeGreaterThan(1);
    await hands.askAgain('hardly', others);
    const card = lin.page.locator('.nl-card').filter({ hasText: thumb }).filter({ hasText: '问一问' });
    await card.filter({ visible: true }).last().getByText('问一问', { exact: true }).click();
    await lin.tapInSheet('开始评');
    await lin.see('您常常觉得孤单吗？');
    await lin.tap(/^很少$/);
    await lin.see('都答完了');
    await lin.tap('交上去');
    await lin.see('结果');
    await lin.page.goBack();
    await lin.see(new RegExp(`好了 ${others.length + 1} 位`));
    await lin.page
      .getByText(thumb, { exact: true })
      .filter({ visible: true })
      .last()
      .scrollIntoViewIfNeeded();
    await lin.keep('group-before-after');
    await lin.tap('做评估');
    await dialog().locator('textarea').first().fill('九位老人熟了，窗花贴满了文化室。');
    await lin.tapInSheet(/^保存$/);
    await dialog()
      .getByText(/请问一问，或写上为什么没问/)
      .waitFor();
    await lin.write(`${away}没有再问，因为`, '这几天走亲戚去了');
    await lin.tapInSheet(/^保存$/);
    await lin.see('已评估');
    await lin.tap('结束小组');
    await lin.see('目标达到了');
    await lin.see(/36 人次里来了 35 人次/);
    await lin.toTop();
    await lin.keep('group-closed');
    const [file] = await Promise.all([lin.page.waitForEvent('download'), lin.tap('存成 PDF')]);
    expect(file.suggestedFilename()).toMatch(/^小组报告-剪纸窗花-.*\.pdf$/);
  });

  test('nothing broke on the way', () => {
    expect(lin.complaints).toEqual([]);
  });
});
