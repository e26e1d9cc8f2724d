import { Logger } from '@aws-lambda-powertools/logger';

/** Structured lines with ids, codes and durations only: personal data never enters a log. */
export const logger = new Logger({ serviceName: 'nuanlin' });
