import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/goals', component: lazyRouteComponent(() => import('./GoalsPage')) }),
] as const;
