import { answer, client, type components, useRead } from '../../api';
import { usePlan } from '../../shared';

export type Piece = components['schemas']['CollateralView'];
export type Sheet = components['schemas']['CollateralSheet'];
export type AssistedDeal = components['schemas']['AssistedDealView'];
export type Kind = Piece['kind'];
export const kinds = ['case', 'testimonial', 'howTo'] as const;

/** What a changed piece makes stale; its claim may have a new proof. */
export const afterPiece = [['collateral'], ['positioning']];

export function usePiece(id: string) {
  return useRead(['collateral', 'one', id], () => answer(client.GET('/api/v1/collateral/{collateral}', { params: { path: { collateral: id } } })));
}

/** The claims of the plan in force, for a Select. */
export function useClaims() {
  const { plan } = usePlan();
  const read = useRead(['positioning', plan?.id ?? ''], () => answer(client.GET('/api/v1/plans/{plan}/positioning', { params: { path: { plan: plan?.id ?? '' } } })), { enabled: plan !== null });
  return (read.data?.claims ?? []).map((claim) => ({ value: claim.id, label: claim.text }));
}
