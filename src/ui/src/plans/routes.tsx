import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/plan', component: lazyRouteComponent(() => import('./PlanPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/plan/new', component: lazyRouteComponent(() => import('./NewPlanPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/plan/guide', component: lazyRouteComponent(() => import('./guide/GuidePage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/plan/versions', component: lazyRouteComponent(() => import('./VersionsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/plan/journal', component: lazyRouteComponent(() => import('./JournalPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/plan/summary', component: lazyRouteComponent(() => import('./SummaryPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/plan/executive', component: lazyRouteComponent(() => import('./ExecutivePage')) }),
] as const;
