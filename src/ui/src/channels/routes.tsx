import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/channels', component: lazyRouteComponent(() => import('./ChannelsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/channels/$channel', component: lazyRouteComponent(() => import('./ChannelPage')) }),
] as const;
