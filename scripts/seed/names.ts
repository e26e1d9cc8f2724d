import type { Gender } from '../../shared/src/people/elder';
import type { Chance } from './chance';

const surnames = [
  ...'王李张刘陈杨赵孙周吴徐于高马朱郭何林罗宋郑韩唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎',
];
const given: Readonly<Record<'old' | 'young', Readonly<Record<Gender, readonly string[]>>>> = {
  old: {
    female: [
      '秀兰',
      '桂芝',
      '淑珍',
      '玉珍',
      '凤英',
      '素芹',
      '桂英',
      '淑琴',
      '玉兰',
      '秀芬',
      '桂荣',
      '淑华',
      '亚芹',
      '凤琴',
      '玉梅',
      '春兰',
      '秀英',
      '桂花',
    ],
    male: [
      '德福',
      '守田',
      '长林',
      '永贵',
      '国忠',
      '玉山',
      '振江',
      '福田',
      '景春',
      '连生',
      '占林',
      '喜和',
      '凤山',
      '宝财',
      '殿臣',
      '树林',
      '万有',
      '洪亮',
    ],
  },
  young: {
    female: [
      '桂芬',
      '丽华',
      '艳杰',
      '晓红',
      '春燕',
      '立波',
      '雅琴',
      '海霞',
      '凤霞',
      '敏',
      '淑艳',
      '玉华',
      '丽娟',
      '秀梅',
      '春玲',
    ],
    male: [
      '国强',
      '建国',
      '志刚',
      '立军',
      '洪涛',
      '海波',
      '春雨',
      '宏伟',
      '长江',
      '喜军',
      '德海',
      '永利',
      '文革',
      '兴旺',
      '树军',
    ],
  },
};

/** A plausible name of its generation that nobody in this village bears yet. */
export function freshName(
  by: Chance,
  taken: Set<string>,
  generation: 'old' | 'young',
  gender: Gender,
): string {
  for (let tries = 0; ; tries += 1) {
    const name =
      by.pick(surnames) +
      by.pick(given[generation][gender]) +
      (tries > 60 ? by.pick(['春', '生', '山', '云']) : '');
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** As neighbours call an elder: 王大娘, 刘大爷. */
export const callName = (name: string, gender: Gender): string =>
  `${name[0]}${gender === 'female' ? '大娘' : '大爷'}`;
