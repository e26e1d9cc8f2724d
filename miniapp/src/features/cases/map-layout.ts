import type { MapPerson } from '@shared/cases/support-map';

export interface MapPlace {
  readonly person: MapPerson;
  readonly index: number;
  /** Percent of the drawing's width and height; 50/50 is the elder. */
  readonly left: number;
  readonly top: number;
  /** The line from the elder: percent of the width, and degrees clockwise from the right. */
  readonly length: number;
  readonly degrees: number;
}

/** Where each side stands, as in a family tree: the old above, the young below, the village left and right. */
const sectors: Readonly<Record<MapPerson['side'], readonly [from: number, to: number]>> = {
  parents: [235, 305],
  same: [310, 350],
  helpers: [355, 395],
  children: [40, 90],
  grandchildren: [92, 140],
  neighbours: [145, 230],
};
/** The closer, the nearer; in percent of half the width. */
const reach: Readonly<Record<MapPerson['closeness'], number>> = { 3: 50, 2: 68, 1: 86 };

/** Places everybody in their sector, evenly, so that nobody covers anybody of the same side. `aspect` is width over height. */
export function layOut(people: readonly MapPerson[], aspect: number): MapPlace[] {
  return people.map((person, index) => {
    const side = people.filter((each) => each.side === person.side);
    const [from, to] = sectors[person.side];
    const nth = side.indexOf(person);
    const degrees = from + ((to - from) * (nth + 0.5)) / side.length;
    const angle = (degrees * Math.PI) / 180;
    const half = reach[person.closeness] / 2;
    const dx = Math.cos(angle) * half;
    // The drawing is wider than high: what would fall out of it is drawn nearer, in the same direction.
    const limit = 44 / aspect;
    const dyRaw = Math.sin(angle) * half;
    const shrink = Math.abs(dyRaw) > limit ? limit / Math.abs(dyRaw) : 1;
    return {
      person,
      index,
      left: 50 + dx * shrink,
      top: 50 + dyRaw * shrink * aspect,
      length: Math.hypot(dx * shrink, dyRaw * shrink),
      degrees: degrees % 360,
    };
  });
}
