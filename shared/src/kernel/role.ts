import * as z from 'zod';

/** Everything one may act as. Family and volunteer are chosen; every other role is granted. */
export const role = z.enum([
  'family', // 家属
  'volunteer', // 志愿者
  'provider', // 服务人员
  'elder', // 老人
  'coordinator', // 养老协理员
  'social_worker', // 社工
  'official', // 主管部门
  'operator', // 运营方
]);
export type Role = z.infer<typeof role>;
export const helperRoles: readonly Role[] = ['volunteer', 'provider'];
