import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/audit', component: lazyRouteComponent(() => import('./AuditPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/audit/profiles', component: lazyRouteComponent(() => import('./ProfilesPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/audit/audits', component: lazyRouteComponent(() => import('./AuditsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/audit/cases', component: lazyRouteComponent(() => import('./CasesPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/audit/directory', component: lazyRouteComponent(() => import('./DirectoryPage')) }),
  // Links from comments and the journal name the account in the path.
  createRoute({
    getParentRoute: () => appRoute,
    path: '/audit/$account',
    beforeLoad: ({ params, search }) => {
      throw redirect({ to: '/audit', search: { ...search, account: params.account } as never });
    },
  }),
] as const;
