import type { Elder } from '@shared/people/elder';
import type { Region } from '@shared/regions/region';

const centre = { lat: 46.25, lng: 126.29 };

/** The village of the examples, its neighbour in the same township, and one of another county. */
export const hongguang: Region = {
  code: '231222105001',
  name: '红光村',
  level: 'village',
  path: ['兰西县', '红光镇', '红光村'],
  centre,
};
export const neighbouringVillage: Region = {
  ...hongguang,
  code: '231222105002',
  name: '向阳村',
  path: ['兰西县', '红光镇', '向阳村'],
};
export const redLightTownship: Region = {
  ...hongguang,
  code: '231222105',
  name: '红光镇',
  level: 'township',
  path: ['兰西县', '红光镇'],
};

type Details = Omit<
  Elder,
  'elderId' | 'villageName' | 'cardCode' | 'doorCode' | 'registeredBy' | 'registeredAt'
>;

/** What a relative or the coordinator writes down about someone nobody has registered yet. */
export const unregistered = (over: Partial<Details> = {}): Details => ({
  name: '王秀兰',
  callName: '王大娘',
  birthYear: 1952,
  gender: 'female',
  villageCode: hongguang.code,
  position: centre,
  address: '红光村3组12号',
  directions: '村委会往东第三趟房',
  phone: '13845550101',
  ownPhone: false,
  languages: ['northeastern'],
  doorNotes: '门口有狗',
  ability: 'mild',
  livesAlone: true,
  excludedHelperIds: [],
  ...over,
});
