import type { PersonView, SessionView } from '@shared/identity/identity.contract';
import type { Role } from '@shared/kernel/role';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { Locale } from '../i18n/locale';
import { storage } from './storage';

/** `standard`, large type for reading without glasses, and the elder's three-button world. */
export type Mode = 'standard' | 'large' | 'elder';

/** Tokens and the person, as the server gave them. */
export type SignedIn = SessionView;

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

/** Acting as an elder brings the elder's world with it, and leaving that role leaves it. */
const modeOf = (role: Role | undefined, mode: Mode): Mode =>
  role === 'elder' ? 'elder' : mode === 'elder' ? 'standard' : mode;

export function signIn(signedIn: SignedIn, as?: Role): Role | undefined {
  const roles = signedIn.person.grants.map((grant) => grant.role);
  const role = as !== undefined && roles.includes(as) ? as : roles[0];
  useSession.setState({ signedIn, role, mode: modeOf(role, useSession.getState().mode) });
  return role;
}

/** New tokens of the same person: role and reading mode stay as they are. */
export function renewSession(signedIn: SignedIn): void {
  useSession.setState({ signedIn });
}

/** The person changed a name or took a role; the tokens are the same. */
export function updatePerson(person: PersonView): void {
  const { signedIn } = useSession.getState();
  if (signedIn !== undefined) useSession.setState({ signedIn: { ...signedIn, person } });
}

export function actAs(role: Role): void {
  const { mode } = useSession.getState();
  useSession.setState({ role, mode: modeOf(role, mode) });
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
