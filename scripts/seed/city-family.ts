import { personaItem, personItem } from '../../functions/src/identity/items';
import { create, type Write } from '../../functions/src/table/port';
import type { Person } from '../../shared/src/identity/person';
import type { Region } from '../../shared/src/regions/region';
import { anElder, type Maker } from './people';
import { aPerson, elderWrites, kin, regionNamed } from './stored';

/**
 * Another family, in the son's own city: whoever serves their father there can earn time for a mother at home. Made
 * last, so that the county before it stays as it is.
 */
export function cityFamily(
  maker: Maker,
  regions: readonly Region[],
  witness: Person,
  order: number,
): Write[] {
  const { newId, now } = maker;
  const father = anElder(maker, regionNamed(regions, '花园社区', '230103'), {
    name: '周明远',
    callName: '周大爷',
    gender: 'male',
    birthYear: 1946,
    ability: 'intact',
    livesAlone: true,
    address: '花园街12号3单元201',
    directions: '小区西门进，三单元二楼',
    doorNotes: '',
    cardCode: '300101',
    doorCode: '1201',
  });
  const daughter = aPerson(newId, now, '周倩', [{ role: 'family' }]);
  return [
    ...elderWrites(father),
    create(personItem, daughter),
    kin(daughter, father, 'daughter', witness, now),
    create(personaItem, {
      persona: 'daughter-harbin',
      nameZh: '周倩',
      storyZh: '在广州，爸爸在哈尔滨花园社区',
      storyEn: 'A daughter in Guangzhou, her father in Harbin',
      role: 'family',
      order,
      personId: daughter.personId,
    }),
  ];
}
