import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/signin',
    validateSearch: (search: Record<string, unknown>): { next?: string } => (typeof search.next === 'string' ? { next: search.next } : {}),
    component: lazyRouteComponent(() => import('./SignInPage')),
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/join/$code', component: lazyRouteComponent(() => import('./JoinPage')) }),
] as const;
