import type { Role } from '@shared/kernel/role';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { Locale } from '../i18n/locale';
import { storage } from './storage';

/** `standard`, large type for reading without glasses, and the elder's three-button world. */
export type Mode = 'standard' | 'large' | 'elder';

export interface SignedIn {
  readonly accessToken: string;
  readonly expiresAt: string;
  readonly refreshToken: string;
  readonly person: {
    readonly personId: string;
    readonly name: string;
    readonly phone?: string | undefined;
    readonly grants: readonly { readonly role: Role; readonly regionCode?: string | undefined }[];
  };
}

export interface SessionState {
  readonly signedIn: SignedIn | undefined;
  /** The role one acts as now, one of the person's grants. */
  readonly role: Role | undefined;
  readonly mode: Mode;
  readonly locale: Locale;
}

const initial: SessionState = { signedIn: undefined, role: undefined, mode: 'standard', locale: 'zh-CN' };

/** Who uses the phone and how they like to read; kept in storage, so a restart asks nothing again. */
export const useSession = create<SessionState>()(
  persist(() => initial, {
    name: 'session',
    version: 1,
    storage: createJSONStorage(() => ({
      getItem: (name) => storage.read(name) ?? null,
      setItem: (name, text) => storage.write(name, text),
      removeItem: (name) => storage.remove(name),
    })),
  }),
);

export function signIn(signedIn: SignedIn, as?: Role): Role | undefined {
  const roles = signedIn.person.grants.map((grant) => grant.role);
  const role = as !== undefined && roles.includes(as) ? as : roles[0];
  const { mode } = useSession.getState();
  useSession.setState({ signedIn, role, mode: role === 'elder' ? 'elder' : mode === 'elder' ? 'standard' : mode });
  return role;
}

/** New tokens of the same person: role and reading mode stay as they are. */
export function renewSession(signedIn: SignedIn): void {
  useSession.setState({ signedIn });
}

export function actAs(role: Role): void {
  useSession.setState({ role });
}

export function readIn(mode: Mode): void {
  useSession.setState({ mode });
}

export function speak(locale: Locale): void {
  useSession.setState({ locale });
}

/** Signed out here; large type and language stay, since they belong to the phone's owner. */
export function forgetSession(): void {
  const { mode } = useSession.getState();
  useSession.setState({ signedIn: undefined, role: undefined, mode: mode === 'elder' ? 'standard' : mode });
}
