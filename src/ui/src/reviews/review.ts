import { answer, client, type components, useRead } from '../api';
import type { Tab, To } from '../menu';
import { t } from '../texts';

export type Review = components['schemas']['ReviewView'];
export type AgendaItem = components['schemas']['AgendaItemView'];
export type Verdict = NonNullable<components['schemas']['MeasureVerdict']>;

export const reviewTabs: Tab[] = [
  { label: t.reviews.tabs.reviews, to: '/reviews' as To },
  { label: t.reviews.tabs.lessons, to: '/reviews/lessons' as To },
  { label: t.reviews.tabs.ideas, to: '/reviews/ideas' as To },
  { label: t.reviews.tabs.decisions, to: '/reviews/decisions' as To },
  { label: t.reviews.tabs.cycles, to: '/reviews/cycles' as To },
];

export const reviewKey = (id: string) => ['review', id] as const;

export function useReview(id: string) {
  return useRead(reviewKey(id), () => answer(client.GET('/api/v1/reviews/{review}', { params: { path: { review: id } } })));
}

/** The first measure after `from` that still needs a verdict, going round; null when none does. */
export function nextUndecided(agenda: AgendaItem[], from: number): number | null {
  const dropped = new Set(agenda.filter((item) => item.verdict === 'drop').map((item) => item.node));
  const needs = (item: AgendaItem) => item.isMeasure && !item.verdict && !(item.within && dropped.has(item.within));
  for (let step = 1; step <= agenda.length; step++) {
    const at = (from + step) % agenda.length;
    const item = agenda[at];
    if (item && needs(item)) return at;
  }
  return null;
}
