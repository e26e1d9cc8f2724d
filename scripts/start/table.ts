import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  type DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import template from '../../config/table.json';

const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, StreamSpecification } =
  template.Resources.Table.Properties;

/** The same keys and indexes that CloudFormation creates, read from its own template. */
const creation = (tableName: string): CreateTableCommandInput =>
  ({
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema,
    AttributeDefinitions,
    GlobalSecondaryIndexes,
    StreamSpecification: { StreamEnabled: true, ...StreamSpecification },
  }) as CreateTableCommandInput;

export const tableExists = async (client: DynamoDBClient, tableName: string): Promise<boolean> => {
  const { TableNames = [] } = await client.send(
    new ListTablesCommand({ ExclusiveStartTableName: undefined }),
  );
  return TableNames.includes(tableName);
};

export const createTable = async (client: DynamoDBClient, tableName: string): Promise<void> => {
  await client.send(new CreateTableCommand(creation(tableName)));
};

export const deleteTable = async (client: DynamoDBClient, tableName: string): Promise<void> => {
  await client.send(new DeleteTableCommand({ TableName: tableName }));
};
