import { instantOf } from '@shared/kernel/instant';
import { createDynamoTable } from '../table/dynamo-table';
import { httpWeChat } from '../wechat/http-wechat';
import type { Deps, Stage } from './deps';
import { needed } from './environment';
import { idSource } from './ids';
import { reporting } from './reporting-table';
import { s3Files } from './s3-files';

const stages: readonly string[] = ['local', 'staging', 'production'] satisfies Stage[];
const readStage = (): Stage => {
  const stage = needed('STAGE');
  if (!stages.includes(stage)) throw new Error(`STAGE is none of ${stages.join(', ')}`);
  return stage as Stage;
};

let made: Deps | undefined;

/** The real world, made once per warm function. */
export function systemDeps(): Deps {
  if (made) return made;
  const clock = () => instantOf(Date.now());
  const random = () => {
    const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
    return word / 2 ** 32;
  };
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  made = {
    table: reporting(
      createDynamoTable({ tableName: needed('TABLE_NAME'), ...(endpoint ? { endpoint } : {}) }),
    ),
    clock,
    random,
    newId: idSource(clock, random),
    wechat: httpWeChat({
      baseUrl: process.env.WECHAT_BASE_URL || 'https://api.weixin.qq.com',
      appId: needed('WECHAT_APP_ID'),
      secret: needed('WECHAT_APP_SECRET'),
    }),
    files: s3Files(),
    stage: readStage(),
    secret: new TextEncoder().encode(needed('TOKEN_SECRET')),
  };
  return made;
}
