import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/reviews', component: lazyRouteComponent(() => import('./ReviewsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/reviews/lessons', component: lazyRouteComponent(() => import('./LessonsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/reviews/ideas', component: lazyRouteComponent(() => import('./IdeasPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/reviews/decisions', component: lazyRouteComponent(() => import('./DecisionsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/reviews/cycles', component: lazyRouteComponent(() => import('./CyclesPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/reviews/$review', component: lazyRouteComponent(() => import('./ReviewPage')) }),
] as const;
