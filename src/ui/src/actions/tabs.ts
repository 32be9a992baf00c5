import type { Tab, To } from '../menu';
import { t } from '../texts';

/** The pages of Actions. */
export const actionTabs: Tab[] = [
  { label: t.tools.tabs.work, to: '/actions' as To },
  { label: t.tools.tabs.tools, to: '/actions/tools' as To },
];
