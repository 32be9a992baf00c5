import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/audit', component: lazyRouteComponent(() => import('./AuditPage')) }),
  // Links from comments and the journal name the account in the path.
  createRoute({
    getParentRoute: () => appRoute,
    path: '/audit/$account',
    beforeLoad: ({ params, search }) => {
      throw redirect({ to: '/audit', search: { ...search, account: params.account } as never });
    },
  }),
] as const;
