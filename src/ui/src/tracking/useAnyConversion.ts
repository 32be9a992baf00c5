import { answer, client, useRead } from '../api';
import { useBrand } from '../shared';

/** Whether the brand has any conversion, of whatever day; asked only where the chosen days have none. Undefined while nobody knows. */
export function useAnyConversion(enabled: boolean): boolean | undefined {
  const brand = useBrand();
  const read = useRead(['conversions', brand.id, 'any'], () => answer(client.GET('/api/v1/conversions', { params: { query: { brand: brand.id, take: 1 } } })), { enabled });
  return read.data && read.data.items.length > 0;
}
