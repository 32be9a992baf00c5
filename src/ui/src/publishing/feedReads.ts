import { answer, client, type components, useRead } from '../api';
import { handleOn, networkName, useBrand } from '../shared';
import { t } from '../texts';

type Account = components['schemas']['SocialAccountView'];

/** The brand's accounts. */
export function useOwnAccounts() {
  const brand = useBrand();
  return useRead(['accounts', brand.id], () => answer(client.GET('/api/v1/accounts', { params: { query: { brand: brand.id } } }))).data?.accounts ?? [];
}

/** The brand's queues. */
export function useOwnQueues() {
  const query = { brand: useBrand().id };
  return useRead(['calendar', 'queues', query], () => answer(client.GET('/api/v1/queues', { params: { query } }))).data ?? [];
}

/** "@teahouse on Bluesky": names that are the same everywhere are told apart. */
export const accountName = (account: Pick<Account, 'network' | 'handle'>) => t.feeds.accountOn(handleOn(account.network, account.handle), networkName(account.network));
