import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/inbox', component: lazyRouteComponent(() => import('./InboxPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/inbox/answers', component: lazyRouteComponent(() => import('./AnswersPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/inbox/figures', component: lazyRouteComponent(() => import('./FiguresPage')) }),
] as const;
