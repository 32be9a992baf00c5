import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/measures', component: lazyRouteComponent(() => import('./MeasuresPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/measures/grid', component: lazyRouteComponent(() => import('./GridPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/measures/import', component: lazyRouteComponent(() => import('./ImportPage')) }),
] as const;
