import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/calendar/publishing', component: lazyRouteComponent(() => import('./PublishingPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/calendar/feeds', component: lazyRouteComponent(() => import('./FeedsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/settings/networks', component: lazyRouteComponent(() => import('./NetworksPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/settings/networks/back', component: lazyRouteComponent(() => import('./SignedInPage')) }),
] as const;
