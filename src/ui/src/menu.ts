import {
  IconAddressBook,
  IconBook2,
  IconCalendarMonth,
  IconChartBar,
  IconCheckbox,
  IconClipboardText,
  IconClick,
  IconFileSearch,
  IconMessages,
  IconSun,
  IconSwords,
  IconTargetArrow,
  IconUserSearch,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { t } from './texts';

export type To = NonNullable<LinkProps['to']>;

export interface MenuEntry {
  label: string;
  to: To;
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  /** Said under the label in search. */
  purpose: string;
}

export type Stage = 'plan' | 'do' | 'see' | 'learn';

export interface MenuGroup {
  stage: Stage;
  label: string;
  entries: MenuEntry[];
}

export const todayEntry: MenuEntry = { label: t.today.title, to: '/', icon: IconSun, purpose: t.today.purpose };

/** The cycle, always in this order. */
export const menu: MenuGroup[] = [
  {
    stage: 'plan',
    label: t.frame.groups.plan,
    entries: [
      { label: t.plans.title, to: '/plan', icon: IconClipboardText, purpose: t.plans.purpose },
      { label: t.research.title, to: '/research', icon: IconFileSearch, purpose: t.research.purpose },
      { label: t.audits.title, to: '/audit', icon: IconUserSearch, purpose: t.audits.purpose },
      { label: t.competitors.title, to: '/competitors', icon: IconSwords, purpose: t.competitors.purpose },
      { label: t.goals.title, to: '/goals', icon: IconTargetArrow, purpose: t.goals.purpose },
      { label: t.channels.title, to: '/channels', icon: IconAddressBook, purpose: t.channels.purpose },
    ],
  },
  {
    stage: 'do',
    label: t.frame.groups.do,
    entries: [
      { label: t.actionItems.title, to: '/actions', icon: IconCheckbox, purpose: t.actionItems.purpose },
      { label: t.calendar.title, to: '/calendar', icon: IconCalendarMonth, purpose: t.calendar.purpose },
    ],
  },
  {
    stage: 'see',
    label: t.frame.groups.see,
    entries: [
      { label: t.tracking.title, to: '/tracking', icon: IconClick, purpose: t.tracking.purpose },
      { label: t.measures.title, to: '/measures', icon: IconChartBar, purpose: t.measures.purpose },
    ],
  },
  {
    stage: 'learn',
    label: t.frame.groups.learn,
    entries: [
      { label: t.reviews.title, to: '/reviews', icon: IconMessages, purpose: t.reviews.purpose },
      { label: t.playbooks.title, to: '/playbook', icon: IconBook2, purpose: t.playbooks.purpose },
    ],
  },
];

export interface Tab {
  label: string;
  to: To;
}

/** Pages that belong to one entry of the menu but to different steps. */
export const calendarTabs: Tab[] = [
  { label: t.calendar.tab, to: '/calendar' },
  { label: t.publishing.tab, to: '/calendar/publishing' },
  { label: t.calendar.rhythm.open, to: '/calendar/rhythm' },
];

export const trackingTabs: Tab[] = [
  { label: t.tracking.tab, to: '/tracking' },
  { label: t.tracking.links.tab, to: '/tracking/links' },
];

export const settingsTabs: Tab[] = [
  { label: t.settings.brand.tab, to: '/settings' },
  { label: t.settings.members.tab, to: '/settings/members' },
  { label: t.settings.tokens.tab, to: '/settings/tokens' },
  { label: t.settings.networks.tab, to: '/settings/networks' },
];
