export { countdownName, distanceName, minutesName, type Travel, wayName, yuanName } from './amounts';
export { type Answer, call, type Failure } from './client';
export { now } from './clock';
export { command, mintId } from './command';
export { readAhead } from './kept';
export { dropFile, fileSource, keepFile } from './kept-file';
export { back, go, homeOf, type PageName, reLaunch, replace, usePageParams } from './navigation';
export { type Kept, keepAndSend } from './outbox/keep-and-send';
export { outbox } from './outbox/outbox';
export { filesLane, useOutbox } from './outbox/use-outbox';
export type { WaitingCommand } from './outbox/waiting';
export { callPhone } from './phone';
export { showPhotos, takePhoto } from './photo';
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
export { canRecord, playSound, type Recording, record } from './voice';
