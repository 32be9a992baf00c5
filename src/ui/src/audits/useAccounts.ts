import { answer, client, type components, useCommand, useRead } from '../api';
import { useBrand } from '../shared';
import { t } from '../texts';

export type Account = components['schemas']['SocialAccountView'];
export type AccountChange = Partial<Pick<Account, 'handle' | 'url' | 'purpose' | 'businessGoal' | 'status' | 'twoFactor' | 'custody' | 'verified' | 'internal' | 'lastPost' | 'notes' | 'branch' | 'topContent'>> & { operators?: string[]; kpis?: string[] };

const words = t.audits;

/** What shows accounts is read again after a change. */
export const accountKeys = [['accounts'], ['profiles'], ['audits'], ['directory'], ['audit-todo'], ['today']];

/** The inventory of the brand on screen. */
export function useAccounts(archived: boolean) {
  const brand = useBrand();
  return useRead(['accounts', brand.id, archived], () => answer(client.GET('/api/v1/accounts', { params: { query: { brand: brand.id, archived } } })), { keep: true });
}

/** What can be done with one account; each with its way back. */
export function useAccountCommands(account: Account) {
  const params = { path: { account: account.id } };
  const invalidate = accountKeys;
  const patch = (body: AccountChange) => answer(client.PATCH('/api/v1/accounts/{account}', { params, body }));
  const own = (owner: string | null) => answer(client.POST('/api/v1/accounts/{account}/owner', { params, body: { owner } }));
  const archive = () => answer(client.POST('/api/v1/accounts/{account}/archive', { params }));
  const restore = () => answer(client.POST('/api/v1/accounts/{account}/restore', { params }));
  const decide = (body: { disposition: Account['disposition']; reason?: string | null; into?: string | null }) => answer(client.POST('/api/v1/accounts/{account}/disposition', { params, body }));
  const before = (change: AccountChange): AccountChange =>
    Object.fromEntries(Object.keys(change).map((key) => [key, account[key as keyof Account] ?? (key === 'lastPost' ? undefined : '')])) as AccountChange;
  return {
    change: useCommand(patch, { invalidate, inTurn: account.id, done: words.changed(account.handle), undo: (change) => patch(before(change)) }),
    own: useCommand(own, { invalidate, inTurn: account.id, done: words.changed(account.handle), undo: () => own(account.owner) }),
    attest: useCommand(() => answer(client.POST('/api/v1/accounts/{account}/attest', { params, body: {} })), { invalidate, inTurn: account.id, done: words.attested(account.handle) }),
    archive: useCommand(archive, { invalidate, inTurn: account.id, done: words.archived(account.handle), undo: restore }),
    restore: useCommand(restore, { invalidate, inTurn: account.id, done: words.restored(account.handle), undo: archive }),
    decide: useCommand(decide, {
      invalidate,
      inTurn: account.id,
      done: (input) => words.decided(account.handle, words.dispositions[input.disposition]),
      undo: () => decide({ disposition: account.disposition, reason: account.dispositionReason, into: account.mergeInto }),
    }),
  };
}
