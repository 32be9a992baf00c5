import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/plan', component: lazyRouteComponent(() => import('./PlanPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/plan/new', component: lazyRouteComponent(() => import('./NewPlanPage')) }),
] as const;
