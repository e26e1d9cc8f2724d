export { countdownName, distanceName, minutesName, type Travel, wayName, yuanName } from './amounts';
export { type Answer, call, type Failure } from './client';
export { now } from './clock';
export { command, mintId } from './command';
export { back, go, homeOf, type PageName, reLaunch, replace, usePageParams } from './navigation';
export { callPhone } from './phone';
export { canShowMap, readPosition, showMap } from './position';
export { type Mode, type SignedIn, useSession } from './session';
export {
  agoName,
  clockOfMinutes,
  clockTime,
  dateName,
  dayName,
  greeting,
  momentName,
  partOfDay,
  spanName,
  weekdayName,
} from './time';
export { type Query, useQuery } from './use-query';
