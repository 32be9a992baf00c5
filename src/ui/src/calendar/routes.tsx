import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/calendar', component: lazyRouteComponent(() => import('./CalendarPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/calendar/new', component: lazyRouteComponent(() => import('./NewPostPage')) }),
] as const;
