import { queryOptions } from '@tanstack/react-query';
import { send } from './send';

export interface Brand {
  id: string;
  name: string;
  /** IANA time zone, as "Europe/Berlin". */
  zone: string;
  /** ISO 4217 code. */
  currency: string;
}

export type Role = 'owner' | 'manager' | 'editor' | 'analyst' | 'guest';

export type Permission =
  | 'read'
  | 'takePart'
  | 'editPlan'
  | 'runPlan'
  | 'writePosts'
  | 'approvePosts'
  | 'publish'
  | 'reply'
  | 'editNumbers'
  | 'seeCosts'
  | 'collect'
  | 'administer'
  | 'own';

export interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
  permissions: Permission[];
}

/** What the screen needs to know before it can show anything. */
export interface AccountState {
  setUp: boolean;
  signedIn: boolean;
  codeNeeded: boolean;
  member: Member | null;
  workspace: { id: string; name: string } | null;
  brands: Brand[];
}

export interface SignIn {
  email: string;
  password: string;
  remember: boolean;
}

export interface SetUp {
  name: string;
  email: string;
  password: string;
  workspaceName: string;
  brandName: string;
  zone: string;
  currency: string;
  hours: { spans: { day: string; from: string; until: string }[] };
  code?: string;
}

export const accountState = queryOptions({
  queryKey: ['account'],
  queryFn: () => send<AccountState>('GET', '/account/state'),
  staleTime: 5 * 60_000,
});

export const signIn = (input: SignIn) => send<void>('POST', '/account/sign-in', input);
/** Accepts an invitation; the code is the end of its address. */
export const join = (input: { code: string; password: string }) => send<void>('POST', '/account/join', input);
export const signOut = () => send<void>('POST', '/account/sign-out');
export const setUp = (input: SetUp) => send<void>('POST', '/account/set-up', input);
