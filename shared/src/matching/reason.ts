import * as z from 'zod';
import { credentialKind, helperKind, type Skill, skill } from '../catalogue/service';
import { travel } from '../helpers/helper';
import { beijing, instant } from '../kernel/instant';
import { count } from '../kernel/quantity';
import { gender, language } from '../people/elder';

/** Why this person, with the numbers; turned into words a family understands by `reasonText` (truth 6). */
export const reason = z.lazy(() =>
  z.discriminatedUnion('code', [
    z.strictObject({ code: z.literal('wished') }),
    z.strictObject({ code: z.literal('same_village'), kind: helperKind }),
    z.strictObject({ code: z.literal('nearby'), kind: helperKind }),
    z.strictObject({ code: z.literal('distance'), metres: count, minutes: count, travel }),
    z.strictObject({ code: z.literal('been_before'), times: z.int().min(1) }),
    z.strictObject({ code: z.literal('punctual'), percent: z.int().min(0).max(100) }),
    z.strictObject({ code: z.literal('on_the_way'), at: instant }),
    z.strictObject({ code: z.literal('skilled'), skill }),
    z.strictObject({ code: z.literal('certified'), credential: credentialKind }),
    z.strictObject({ code: z.literal('gender'), gender }),
    z.strictObject({ code: z.literal('speaks'), language }),
  ]),
);
export type Reason = z.infer<typeof reason>;
type Pair = readonly [zh: string, en: string];

export const skillWords: Readonly<Record<Skill, Pair>> = {
  cooking: ['会做饭', 'cooks'],
  cleaning: ['会打扫', 'cleans'],
  bathing: ['会助浴', 'helps with bathing'],
  stove: ['会劈柴烧炉', 'tends the stove'],
  errands: ['常跑腿', 'runs errands'],
  repairs: ['会修东西', 'repairs things'],
  haircut: ['会理发', 'cuts hair'],
  farm: ['会干农活', 'does farm chores'],
  escort: ['会陪诊', 'escorts to the clinic'],
  measuring: ['会量血压', 'measures blood pressure'],
  medicine: ['会取药', 'collects medicine'],
  rehabilitation: ['会康复训练', 'helps with rehabilitation'],
  hospice: ['会安宁照护', 'gives hospice care'],
  chess: ['会下棋', 'plays chess'],
  dance: ['会扭秧歌', 'dances yangge'],
  outing: ['常陪出门', 'goes along on outings'],
  company: ['会陪聊', 'keeps company'],
  counselling: ['会疏导', 'counsels'],
  cognition: ['会认知训练', 'trains memory'],
  phone: ['会帮用手机', 'helps with the phone'],
};
const credentialWords = {
  care_worker: ['有护理员证', 'certified care worker'],
  nurse: ['有护士证', 'registered nurse'],
  doctor: ['有医师证', 'licensed doctor'],
  counsellor: ['有咨询师证', 'certified counsellor'],
  therapist: ['有康复师证', 'certified therapist'],
} as const satisfies Record<z.infer<typeof credentialKind>, Pair>;
export const languageWords = {
  mandarin: ['普通话', 'Mandarin'],
  northeastern: ['东北话', 'Northeastern'],
  xibe: ['锡伯语', 'Xibe'],
  manchu: ['满语', 'Manchu'],
  mongolian: ['蒙古语', 'Mongolian'],
  korean: ['朝鲜语', 'Korean'],
} as const satisfies Record<z.infer<typeof language>, Pair>;
const travelWords = {
  walk: ['步行', 'on foot'],
  bicycle: ['骑车', 'by bicycle'],
  car: ['开车', 'by car'],
} as const satisfies Record<z.infer<typeof travel>, Pair>;
const kindWords = {
  volunteer: ['志愿者', 'volunteer'],
  provider: ['服务人员', 'care worker'],
} as const satisfies Record<z.infer<typeof helperKind>, Pair>;

const distanceWords = (metres: number): Pair =>
  metres < 1000
    ? [`${metres} 米`, `${metres} m`]
    : [`${(metres / 1000).toFixed(1)} 公里`, `${(metres / 1000).toFixed(1)} km`];

/** One reason in Chinese and English. */
export function reasonText(r: Reason): { readonly zh: string; readonly en: string } {
  const say = (zh: string, en: string) => ({ zh, en });
  const pair = ([zh, en]: Pair) => ({ zh, en });
  switch (r.code) {
    case 'wished':
      return say('您想请的人', 'the one you asked for');
    case 'same_village':
      return say(`同村${kindWords[r.kind][0]}`, `${kindWords[r.kind][1]} of the same village`);
    case 'nearby':
      return say(`附近${kindWords[r.kind][0]}`, `${kindWords[r.kind][1]} nearby`);
    case 'distance': {
      const [zh, en] = distanceWords(r.metres);
      return say(
        `${zh} · ${travelWords[r.travel][0]} ${r.minutes} 分钟`,
        `${en} · ${r.minutes} min ${travelWords[r.travel][1]}`,
      );
    }
    case 'been_before':
      return say(`来过 ${r.times} 次`, r.times === 1 ? 'came once before' : `came ${r.times} times`);
    case 'punctual':
      return say(`守时 ${r.percent}%`, `on time ${r.percent}%`);
    case 'on_the_way': {
      const { hour, minute } = beijing(r.at);
      const clock = `${hour}:${String(minute).padStart(2, '0')}`;
      return say(`与 ${clock} 的到访顺路`, `on the way of a visit at ${clock}`);
    }
    case 'skilled':
      return pair(skillWords[r.skill]);
    case 'certified':
      return pair(credentialWords[r.credential]);
    case 'gender':
      return r.gender === 'female' ? say('女性', 'woman') : say('男性', 'man');
    case 'speaks':
      return say(`会说${languageWords[r.language][0]}`, `speaks ${languageWords[r.language][1]}`);
  }
}
