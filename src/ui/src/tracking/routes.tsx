import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/tracking', component: lazyRouteComponent(() => import('./TrackingPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/tracking/live', component: lazyRouteComponent(() => import('./live/LivePage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/tracking/events', component: lazyRouteComponent(() => import('./events/EventsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/tracking/credit', component: lazyRouteComponent(() => import('./CreditPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/tracking/links', component: lazyRouteComponent(() => import('./LinksPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/tracking/links/settings', component: lazyRouteComponent(() => import('./linkSettings/LinkSettingsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/tracking/links/import', component: lazyRouteComponent(() => import('./linkImport/LinkImportPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/tracking/hubs', component: lazyRouteComponent(() => import('./hubs/HubsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/tracking/site', component: lazyRouteComponent(() => import('./site/SitePage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/tracking/dropped', component: lazyRouteComponent(() => import('./dropped/DroppedPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/tracking/collateral', component: lazyRouteComponent(() => import('./collateral/CollateralPage')) }),
] as const;
