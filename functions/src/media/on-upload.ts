import type { S3Event } from 'aws-lambda';
import { logger } from '../platform/logger';
import { systemDeps } from '../platform/system-deps';
import { takeInFile } from './take-in';

/** The bucket tells of a new object. Keys come written as in an address. */
export const handler = async (event: Pick<S3Event, 'Records'>) => {
  for (const { s3 } of event.Records) {
    const key = decodeURIComponent(s3.object.key.replace(/\+/g, ' '));
    await takeInFile(systemDeps(), key, s3.object.size);
  }
  logger.info('media.taken_in', { files: event.Records.length });
};
