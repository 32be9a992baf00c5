import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/actions', component: lazyRouteComponent(() => import('./ActionsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/actions/tools', component: lazyRouteComponent(() => import('./ToolsPage')) }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/actions/tools/$tool',
    beforeLoad: ({ params, search }) => {
      throw redirect({ to: '/actions/tools', search: { ...search, tool: params.tool } as never });
    },
  }),
  // Links from comments and the journal name the piece of work in the path.
  createRoute({
    getParentRoute: () => appRoute,
    path: '/actions/$work',
    beforeLoad: ({ params, search }) => {
      throw redirect({ to: '/actions', search: { ...search, work: params.work } as never });
    },
  }),
] as const;
