import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/research', component: lazyRouteComponent(() => import('./OverviewPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/research/findings', component: lazyRouteComponent(() => import('./FindingsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/research/people', component: lazyRouteComponent(() => import('./PeoplePage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/research/audiences', component: lazyRouteComponent(() => import('./AudiencesPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/research/community', component: lazyRouteComponent(() => import('./CommunityPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/research/surveys', component: lazyRouteComponent(() => import('./SurveysPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/research/media', component: lazyRouteComponent(() => import('./MediaPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/research/register', component: lazyRouteComponent(() => import('./RegisterPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/research/trace', component: lazyRouteComponent(() => import('./TracePage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/research/dossier', component: lazyRouteComponent(() => import('./DossierPage')) }),
] as const;
