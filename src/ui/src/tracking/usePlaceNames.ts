import { answer, client, type components, useRead } from '../api';
import { usePlan } from '../shared';
import { t } from '../texts';

type Place = components['schemas']['LinkPlace'];
const words = t.tracking.links;

/** What is told of a place, the narrowest first: the variant and the account of a post say nothing that the post does not. */
const told = ['post', 'campaign', 'channel', 'goal'] as const;

/** What clicks can count for in the plan on screen; none where there is no plan yet. */
export function usePlaceChoices() {
  const { plan } = usePlan();
  const read = useRead(['returns', plan?.id, 'choices'], () => answer(client.GET('/api/v1/plans/{plan}/work-choices', { params: { path: { plan: plan?.id ?? '' } } })), { enabled: plan !== null });
  return read.data ?? [];
}

export interface PlaceName {
  kind: string;
  /** Unknown for what is archived, or belongs to another plan. */
  title?: string;
}

/** What a place is called, the narrowest first. */
export function placeNames(place: Place, choices: { id: string; title: string }[]): PlaceName[] {
  return told.flatMap((kind) => {
    const id = place[kind];
    return id ? [{ kind: words.places[kind] ?? kind, title: choices.find((choice) => choice.id === id)?.title }] : [];
  });
}
