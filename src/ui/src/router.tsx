import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { routes as actions } from './actions/routes';
import { routes as audits } from './audits/routes';
import { routes as calendar } from './calendar/routes';
import { routes as campaigns } from './campaigns/routes';
import { routes as channels } from './channels/routes';
import { routes as competitors } from './competitors/routes';
import { routes as goals } from './goals/routes';
import { routes as inbox } from './inbox/routes';
import { routes as measures } from './measures/routes';
import { routes as media } from './media/routes';
import { routes as plans } from './plans/routes';
import { routes as playbooks } from './playbooks/routes';
import { routes as publishing } from './publishing/routes';
import { routes as research } from './research/routes';
import { routes as returns } from './returns/routes';
import { routes as reviews } from './reviews/routes';
import { routes as settings } from './settings/routes';
import { routes as setup, startRoutes as start } from './setup/routes';
import { appRoute, rootRoute } from './shared/frame/roots';
import { parseSearch, stringifySearch } from './shared/frame/search';
import { PageBroke } from './shared/states/PageBroke';
import { PageSkeleton } from './shared/states/Skeletons';
import { routes as signin } from './signin/routes';
import { routes as today } from './today/routes';
import { routes as tracking } from './tracking/routes';

const app = appRoute.addChildren([
  ...today,
  ...plans,
  ...research,
  ...audits,
  ...competitors,
  ...goals,
  ...channels,
  ...actions,
  ...campaigns,
  ...calendar,
  ...media,
  ...publishing,
  ...inbox,
  ...tracking,
  ...measures,
  ...returns,
  ...reviews,
  ...playbooks,
  ...settings,
  ...start,
]);

const routeTree = rootRoute.addChildren([...signin, ...setup, app]);

export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingMs: 150,
    defaultPendingMinMs: 0,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: PageBroke,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
