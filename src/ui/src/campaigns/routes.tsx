import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/campaigns', component: lazyRouteComponent(() => import('./CampaignsPage')) }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/campaigns/$campaign',
    // A link from elsewhere opens the campaign beside the list.
    beforeLoad: ({ params, search }) => {
      throw redirect({ to: '/campaigns', search: { ...search, campaign: params.campaign } as never, replace: true });
    },
  }),
] as const;
