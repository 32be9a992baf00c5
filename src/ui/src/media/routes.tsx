import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [createRoute({ getParentRoute: () => appRoute, path: '/calendar/library', component: lazyRouteComponent(() => import('./LibraryPage')) })] as const;
