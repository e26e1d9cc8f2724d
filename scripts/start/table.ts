import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  type DynamoDBClient,
  ListTablesCommand,
  UpdateTableCommand,
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
  }) as CreateTableCommandInput;

const streaming = { StreamEnabled: true, ...StreamSpecification } as NonNullable<
  CreateTableCommandInput['StreamSpecification']
>;

export const tableExists = async (client: DynamoDBClient, tableName: string): Promise<boolean> => {
  const { TableNames = [] } = await client.send(
    new ListTablesCommand({ ExclusiveStartTableName: undefined }),
  );
  return TableNames.includes(tableName);
};

export const createTable = async (client: DynamoDBClient, tableName: string): Promise<void> => {
  await client.send(new CreateTableCommand({ ...creation(tableName), StreamSpecification: streaming }));
};

/**
 * A table that is to be filled before anyone watches: the embedded database writes ever slower while a stream
 * grows, and no consumer needs to hear of the county's past. `openStream` follows once it is filled.
 */
export const createQuietTable = async (client: DynamoDBClient, tableName: string): Promise<void> => {
  await client.send(new CreateTableCommand(creation(tableName)));
};

export const openStream = async (client: DynamoDBClient, tableName: string): Promise<void> => {
  await client.send(new UpdateTableCommand({ TableName: tableName, StreamSpecification: streaming }));
};

export const deleteTable = async (client: DynamoDBClient, tableName: string): Promise<void> => {
  await client.send(new DeleteTableCommand({ TableName: tableName }));
};
