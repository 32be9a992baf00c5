import type { Tab, To } from '../menu';
import { t } from '../texts';

/** The pages of the audit. */
export const auditTabs: Tab[] = [
  { label: t.audits.tabs.accounts, to: '/audit' as To },
  { label: t.audits.tabs.profiles, to: '/audit/profiles' as To },
  { label: t.audits.tabs.audits, to: '/audit/audits' as To },
  { label: t.audits.tabs.cases, to: '/audit/cases' as To },
  { label: t.audits.tabs.directory, to: '/audit/directory' as To },
];
