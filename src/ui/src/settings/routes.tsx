import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/settings', component: lazyRouteComponent(() => import('./BrandPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/settings/members', component: lazyRouteComponent(() => import('./MembersPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/settings/tokens', component: lazyRouteComponent(() => import('./TokensPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/settings/fields', component: lazyRouteComponent(() => import('./FieldsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/settings/templates', component: lazyRouteComponent(() => import('./TemplatesPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/settings/mail', component: lazyRouteComponent(() => import('./MailPage')) }),
] as const;
