import { answer, client, type components, useRead } from '../api';
import { useBrand } from '../shared';

type Schemas = components['schemas'];
export type Audit = Schemas['AuditView'];

/** What is read again after an audit changed. */
export const auditKeys = [['audits'], ['gates'], ['measures'], ['today']];

/** The audits of the brand on screen, the newest first. */
export function useAudits() {
  const brand = useBrand();
  return useRead(['audits', brand.id], () => answer(client.GET('/api/v1/audits', { params: { query: { brand: brand.id } } })));
}
