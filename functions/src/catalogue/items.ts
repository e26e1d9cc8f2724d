import { service } from '@shared/catalogue/service';
import { itemKind } from '../table/port';

export const serviceKey = (code: string) => ({ pk: 'SERVICES', sk: code });
export const serviceItem = itemKind({
  name: 'Service',
  schema: service,
  key: ({ code }) => serviceKey(code),
});
