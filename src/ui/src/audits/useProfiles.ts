import { answer, client, type components, useRead } from '../api';
import { useBrand } from '../shared';

type Schemas = components['schemas'];
export type Report = Schemas['ProfileReportView'];
export type Profile = Schemas['ProfileView'];
export type Aspect = Schemas['AspectComparison'];

/** The profiles of the brand on screen, beside each other. */
export function useProfiles() {
  const brand = useBrand();
  return useRead(['profiles', brand.id], () => answer(client.GET('/api/v1/account-profiles', { params: { query: { brand: brand.id } } })), { keep: true });
}
