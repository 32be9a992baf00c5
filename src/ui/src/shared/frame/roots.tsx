import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect, retainSearchParams } from '@tanstack/react-router';
import { type AccountState, accountState } from '../../api/account';
import { NotFound } from '../states/NotFound';
import { ScreenBroke } from '../states/PageBroke';
import { Frame } from './Frame';
import { FrameSkeleton } from './FrameSkeleton';

/** Where somebody belongs who asked for `path`; undefined when that is the right place. */
export function rightPlace(state: AccountState, path: string): '/setup' | '/signin' | '/' | undefined {
  if (!state.setUp) return path === '/setup' ? undefined : '/setup';
  if (path.startsWith('/join/')) return undefined;
  if (!state.signedIn) return path === '/signin' ? undefined : '/signin';
  return path === '/setup' || path === '/signin' ? '/' : undefined;
}

export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({
  beforeLoad: async ({ context, location }) => {
    const state = await context.queries.ensureQueryData(accountState);
    const place = rightPlace(state, location.pathname);
    if (place === '/signin') throw redirect({ to: place, search: location.pathname === '/' ? {} : { next: location.href } });
    if (place) throw redirect({ to: place });
  },
  component: Outlet,
  pendingComponent: FrameSkeleton,
  errorComponent: ScreenBroke,
  notFoundComponent: NotFound,
});

/** Parent of every page behind sign-in: draws the frame around it and keeps the brand and the plan in the address. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  validateSearch: (search: Record<string, unknown>): { brand?: string; plan?: string } => ({
    ...(typeof search.brand === 'string' ? { brand: search.brand } : {}),
    ...(typeof search.plan === 'string' ? { plan: search.plan } : {}),
  }),
  search: { middlewares: [retainSearchParams(['brand', 'plan'])] },
  component: Frame,
});
