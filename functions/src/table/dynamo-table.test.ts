import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { beforeAll } from '@jest/globals';
import { createTable } from '../../../scripts/start/table';
import { createDynamoTable } from './dynamo-table';
import { describeTable } from './table.suite';

const endpoint = process.env.DYNAMODB_ENDPOINT ?? '';
const tableName = `suite-${process.pid}-${Date.now()}`;

beforeAll(() => createTable(new DynamoDBClient({ endpoint }), tableName));

describeTable('DynamoDB', () => createDynamoTable({ tableName, endpoint }));
