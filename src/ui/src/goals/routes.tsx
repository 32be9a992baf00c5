import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { appRoute } from '../shared/frame/roots';

export const routes = [
  createRoute({ getParentRoute: () => appRoute, path: '/goals', component: lazyRouteComponent(() => import('./GoalsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/goals/alignment', component: lazyRouteComponent(() => import('./AlignmentPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/goals/results', component: lazyRouteComponent(() => import('./ResultsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/goals/attainability', component: lazyRouteComponent(() => import('./AttainabilityPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/goals/assumptions', component: lazyRouteComponent(() => import('./AssumptionsPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/goals/rules', component: lazyRouteComponent(() => import('./RulesPage')) }),
  createRoute({ getParentRoute: () => appRoute, path: '/goals/measurement', component: lazyRouteComponent(() => import('./MeasurementPage')) }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/goals/$goal',
    // A link from elsewhere opens the goal beside the list.
    beforeLoad: ({ params, search }) => {
      throw redirect({ to: '/goals', search: { ...search, goal: params.goal } as never, replace: true });
    },
  }),
] as const;
