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

export interface Member {
  id: string;
  name: string;
  email: string;
  role: string;
  permissions: string[];
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
  workspace: string;
  brand: string;
  zone: string;
  currency: string;
  workingHours: { days: string[]; from: string; to: string };
  code?: string;
}

export const accountState = queryOptions({
  queryKey: ['account'],
  queryFn: () => send<AccountState>('GET', '/account/state'),
  staleTime: 5 * 60_000,
});

export const signIn = (input: SignIn) => send<void>('POST', '/account/sign-in', input);
export const signOut = () => send<void>('POST', '/account/sign-out');
export const setUp = (input: SetUp) => send<void>('POST', '/account/set-up', input);
