import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute, rootRoute } from '../shared/frame/roots';

export const routes = [createRoute({ getParentRoute: () => rootRoute, path: '/setup', component: lazyRouteComponent(() => import('./SetUpPage')) })] as const;

/** Shown inside the frame, once somebody is signed in. */
export const startRoutes = [createRoute({ getParentRoute: () => appRoute, path: '/start', component: lazyRouteComponent(() => import('./StartPage')) })] as const;
