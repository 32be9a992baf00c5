import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/calendar', component: lazyRouteComponent(() => import('./CalendarPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/calendar/new', component: lazyRouteComponent(() => import('./NewPostPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/calendar/rhythm', component: lazyRouteComponent(() => import('./RhythmPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/calendar/queues', component: lazyRouteComponent(() => import('./queues/QueuesPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/calendar/files', component: lazyRouteComponent(() => import('./files/FilesPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/calendar/templates', component: lazyRouteComponent(() => import('./templates/TemplatesPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/calendar/templates/$template', component: lazyRouteComponent(() => import('./templates/TemplatePage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/calendar/$post', component: lazyRouteComponent(() => import('./PostPage')) }),
] as const;
