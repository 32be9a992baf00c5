import { answer, client, type components, useRead } from '../api';
import type { To } from '../menu';
import { useBrand } from '../shared';

type Connection = components['schemas']['ConnectionView'];

export const connectionsOf = (brand: string) => answer(client.GET('/api/v1/connections', { params: { query: { brand } } }));

/** Whether its network can be posted to by itself, and nobody has let it yet. */
export const needsConnecting = (one: Connection | undefined) => one !== undefined && one.connectable && (one.state === null || one.state === 'broken');

/** Where an account is connected: among the settings, with its steps open. */
export const connectOf = (account: string) => ({ to: '/settings/networks' as To, search: { connect: account } });

/** How one account is connected; undefined while that is not known. */
export function useConnection(account: string): Connection | undefined {
  const brand = useBrand();
  return useRead(['connections', brand.id], () => connectionsOf(brand.id)).data?.find((one) => one.account === account);
}
