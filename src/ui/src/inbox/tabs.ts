import type { Tab, To } from '../menu';
import { t } from '../texts';

/** The pages of the inbox. */
export const inboxTabs: Tab[] = [
  { label: t.inbox.tabs.cases, to: '/inbox' as To },
  { label: t.inbox.tabs.answers, to: '/inbox/answers' as To },
  { label: t.inbox.tabs.figures, to: '/inbox/figures' as To },
];
