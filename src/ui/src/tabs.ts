import type { Tab } from './menu';
import { t } from './texts';

/** Pages that belong to one entry of the menu but to different steps. */
export const calendarTabs: Tab[] = [
  { label: t.calendar.tab, to: '/calendar' },
  { label: t.publishing.tab, to: '/calendar/publishing' },
  { label: t.scheduling.queues.tab, to: '/calendar/queues' },
  { label: t.postTemplates.tab, to: '/calendar/templates' },
  { label: t.feeds.tab, to: '/calendar/feeds' },
  { label: t.library.tab, to: '/calendar/library' },
  { label: t.calendar.rhythm.open, to: '/calendar/rhythm' },
  { label: t.scheduling.files.tab, to: '/calendar/files' },
];

export const trackingTabs: Tab[] = [
  { label: t.tracking.tab, to: '/tracking' },
  { label: t.reports.live.tab, to: '/tracking/live' },
  { label: t.credit.tab, to: '/tracking/credit' },
  { label: t.tracking.links.tab, to: '/tracking/links' },
  { label: t.hubs.tab, to: '/tracking/hubs' },
  { label: t.sites.tab, to: '/tracking/site' },
  { label: t.sites.dropped.tab, to: '/tracking/dropped' },
  { label: t.collateral.tab, to: '/tracking/collateral' },
];

export const settingsTabs: Tab[] = [
  { label: t.settings.brand.tab, to: '/settings' },
  { label: t.settings.members.tab, to: '/settings/members' },
  { label: t.settings.fields.tab, to: '/settings/fields' },
  { label: t.settings.templates.tab, to: '/settings/templates' },
  { label: t.settings.tokens.tab, to: '/settings/tokens' },
  { label: t.mail.tab, to: '/settings/mail' },
  { label: t.settings.networks.tab, to: '/settings/networks' },
];
