import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/channels', component: lazyRouteComponent(() => import('./ChannelsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/channels/positioning', component: lazyRouteComponent(() => import('./PositioningPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/channels/candidates', component: lazyRouteComponent(() => import('./CandidatesPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/channels/portfolio', component: lazyRouteComponent(() => import('./PortfolioPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/channels/$channel', component: lazyRouteComponent(() => import('./ChannelPage')) }),
] as const;
