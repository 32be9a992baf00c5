import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/returns', component: lazyRouteComponent(() => import('./ReturnsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/returns/time', component: lazyRouteComponent(() => import('./TimePage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/returns/costs', component: lazyRouteComponent(() => import('./CostsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/returns/budgets', component: lazyRouteComponent(() => import('./BudgetsPage')) }),
] as const;
