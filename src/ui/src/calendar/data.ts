import { useQueryClient } from '@tanstack/react-query';
import { answer, client, type components, useCommand, useRead } from '../api';
import { useBrand } from '../shared';
import { t } from '../texts';
import { sayLocal } from './days';
import type { Entry } from './draft';
import type { Filters } from './filters';

export type Account = components['schemas']['SocialAccountView'];
export type Gaps = components['schemas']['AccountGaps'];
export type Theme = components['schemas']['ContentPillarView'];
export type CalendarData = components['schemas']['CalendarView'];
type Status = components['schemas']['PostStatus'];

/** Everything that a change of a post makes stale. */
export const stale = [['calendar'], ['posts']];

/** The filters as the API takes them. */
export const asked = (filters: Filters) => ({ ...filters, status: filters.status as Status | undefined });

export function useDays(from: string, to: string, filters: Filters) {
  const brand = useBrand();
  const query = { brand: brand.id, from, to, ...asked(filters) };
  return useRead(['calendar', 'days', query], () => answer(client.GET('/api/v1/calendar', { params: { query } })), { keep: true });
}

export function useGaps(from: string, to: string) {
  const brand = useBrand();
  const query = { brand: brand.id, from, to };
  return useRead(['calendar', 'gaps', query], () => answer(client.GET('/api/v1/calendar/gaps', { params: { query } })), { keep: true });
}

export function useLeadTime(from: string, to: string) {
  const brand = useBrand();
  const query = { brand: brand.id, from, to };
  return useRead(['calendar', 'lead', query], () => answer(client.GET('/api/v1/calendar/lead-time', { params: { query } })), { keep: true });
}

/** The first day of the brand's weeks. */
export function useWeekStart(): string {
  const brand = useBrand();
  const detail = useRead(['brands', brand.id], () => answer(client.GET('/api/v1/brands/{brand}', { params: { path: { brand: brand.id } } })));
  return detail.data?.weekStart ?? 'monday';
}

export function useAccounts() {
  const brand = useBrand();
  return useRead(['accounts', brand.id], () => answer(client.GET('/api/v1/accounts', { params: { query: { brand: brand.id } } })));
}

export function useNetworks() {
  return useRead(['networks'], () => answer(client.GET('/api/v1/networks')));
}

/** The plan that posts belong to: the one in force, else the newest outline. */
export function usePlan() {
  const brand = useBrand();
  const plans = useRead(['plans', brand.id], () => answer(client.GET('/api/v1/plans', { params: { query: { brand: brand.id, closed: false } } })));
  return plans.data?.find((plan) => plan.status !== 'outline' && plan.status !== 'closed') ?? plans.data?.[0];
}

export function useThemes(): Theme[] {
  const plan = usePlan();
  const themes = useRead(['themes', plan?.id], () => answer(client.GET('/api/v1/plans/{plan}/themes', { params: { path: { plan: plan?.id ?? '' } } })), { enabled: plan !== undefined });
  return themes.data ?? [];
}

export function useGoals() {
  const plan = usePlan();
  return useRead(['goals', plan?.id, 'for posts'], () => answer(client.GET('/api/v1/goals', { params: { query: { plan: plan?.id ?? '' } } })), { enabled: plan !== undefined });
}

/** The campaigns of the plan that posts may join. */
export function useCampaigns() {
  const plan = usePlan();
  const read = useRead(['campaigns', plan?.id], () => answer(client.GET('/api/v1/plans/{plan}/campaigns', { params: { path: { plan: plan?.id ?? '' } } })), { enabled: plan !== undefined });
  return read.data?.campaigns ?? [];
}

/** The campaigns, highlights and seasons that lie behind the days. */
export function useBands(from: string, to: string) {
  const brand = useBrand();
  const query = { brand: brand.id, from, to };
  return useRead(['calendar', 'bands', query], () => answer(client.GET('/api/v1/calendar/bands', { params: { query } })), { keep: true }).data ?? [];
}

/** The brand's rules; with a plan, its own way of approving where it has one. */
export function useRules(plan?: string | null) {
  const brand = useBrand();
  return useRead(['calendar', 'rules', brand.id, plan ?? ''], () => answer(client.GET('/api/v1/calendar/rules', { params: { query: { brand: brand.id, plan: plan ?? undefined } } })));
}

const move = (post: string, at: string | null) => answer(client.POST('/api/v1/posts/{post}/move', { params: { path: { post } }, body: { at } }));

/** Moves a post to another time at once, and back where that is refused; the way back is offered. */
export function useMove() {
  const queries = useQueryClient();
  const shift = (post: string, at: string | null) =>
    queries.setQueriesData<CalendarData>({ queryKey: ['calendar', 'days'] }, (data) => (data ? { ...data, posts: data.posts.map((entry) => (entry.post === post ? { ...entry, at } : entry)) } : data));
  return useCommand(
    async ({ entry, at }: { entry: Entry; at: string | null }) => {
      // What is being read now would put it back to where it was.
      await queries.cancelQueries({ queryKey: ['calendar', 'days'] });
      shift(entry.post, at);
      try {
        return await move(entry.post, at);
      } catch (problem) {
        shift(entry.post, entry.at ?? null);
        throw problem;
      }
    },
    {
      invalidate: stale,
      done: ({ entry }, post) => t.calendar.moved(entry.title, post.at ? sayLocal(post.at) : t.calendar.noSlot),
      undo: ({ entry }) => move(entry.post, entry.at ?? null),
    },
  );
}

/** Statuses in which a post may still move. */
export const movable = (entry: Entry) => ['draft', 'inReview', 'approved', 'scheduled', 'onHold', 'expired'].includes(entry.status);

/** Colours of themes by their rank: told apart also with colour-blind eyes; the name always stands beside. */
const colours = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#8a7a00', '#6b7478'];
export const themeColour = (theme: Theme | undefined) => (theme ? (colours[(theme.rank - 1) % colours.length] ?? 'transparent') : 'transparent');
