import { logger } from '../platform/logger';
import { systemDeps } from '../platform/system-deps';
import { layWarnings } from './night';

/** Every minute. */
export const handler = async () => {
  const told = await layWarnings(systemDeps());
  if (told.looked > 0) logger.info('visit-duty.sweep', { ...told });
  return told;
};
