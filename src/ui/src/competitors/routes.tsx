import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/competitors', component: lazyRouteComponent(() => import('./CompetitorsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/competitors/benchmark', component: lazyRouteComponent(() => import('./BenchmarkPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/competitors/voice', component: lazyRouteComponent(() => import('./VoicePage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/competitors/practices', component: lazyRouteComponent(() => import('./PracticesPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/competitors/inspiration', component: lazyRouteComponent(() => import('./InspirationPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/competitors/borrowed', component: lazyRouteComponent(() => import('./BorrowedPage')) }),
] as const;
