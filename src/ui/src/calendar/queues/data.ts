import { answer, client, type components, useRead } from '../../api';
import { useBrand } from '../../shared';

export type Queue = components['schemas']['QueueView'];
export type Slot = components['schemas']['QueueSlot'];

/** The queues of the brand; what changes posts makes them stale as well. */
export function useQueues() {
  const brand = useBrand();
  const query = { brand: brand.id };
  return useRead(['calendar', 'queues', query], () => answer(client.GET('/api/v1/queues', { params: { query } })));
}
