import type { ElderId, HelperId, OrganizationId, PersonId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import type { Role } from '@shared/kernel/role';
import type { Table } from '../table/port';
import type { WeChat } from '../wechat/wechat';
import type { Files } from './files';
import type { NewId } from './ids';

export type Stage = 'local' | 'staging' | 'production';

/** Everything a use case may touch besides its input. Rules get the time from here, never from the clock. */
export interface Deps {
  readonly table: Table;
  readonly clock: () => Instant;
  readonly newId: NewId;
  /** In [0, 1). */
  readonly random: () => number;
  readonly wechat: WeChat;
  readonly files: Files;
  readonly stage: Stage;
  /** Signs access tokens (HS256). */
  readonly secret: Uint8Array;
}

/** One role that a person holds, and what it is held for. */
export interface Grant {
  readonly role: Role;
  readonly regionCode?: string | undefined;
  readonly organizationId?: OrganizationId | undefined;
  readonly helperId?: HelperId | undefined;
  readonly elderId?: ElderId | undefined;
  readonly supervises?: true | undefined;
}

/** The person who acts, and as what. */
export interface Actor {
  readonly personId: PersonId;
  readonly role: Role;
  readonly grants: readonly Grant[];
  /** The grant of `role`. */
  readonly grant: Grant;
}
