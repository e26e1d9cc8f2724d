import type { Role } from '@shared/kernel/role';
import type { Locale } from './locale';

const names: Record<Role, readonly [zh: string, en: string]> = {
  family: ['家属', 'Family'],
  volunteer: ['志愿者', 'Volunteer'],
  provider: ['服务人员', 'Care worker'],
  elder: ['老人', 'Elder'],
  coordinator: ['养老协理员', 'Coordinator'],
  social_worker: ['社工', 'Social worker'],
  official: ['主管部门', 'Official'],
  operator: ['运营方', 'Operator'],
};

export const roleName = (role: Role, locale: Locale): string => names[role][locale === 'zh-CN' ? 0 : 1];
