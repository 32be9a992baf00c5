import {
  IconAddressBook,
  IconBook2,
  IconCalendarMonth,
  IconChartBar,
  IconCheckbox,
  IconClipboardText,
  IconClick,
  IconCoins,
  IconFileSearch,
  IconInbox,
  IconMessages,
  IconSpeakerphone,
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
      { label: t.entries.plans.title, to: '/plan', icon: IconClipboardText, purpose: t.entries.plans.purpose },
      { label: t.entries.research.title, to: '/research', icon: IconFileSearch, purpose: t.entries.research.purpose },
      { label: t.entries.audits.title, to: '/audit', icon: IconUserSearch, purpose: t.entries.audits.purpose },
      { label: t.entries.competitors.title, to: '/competitors', icon: IconSwords, purpose: t.entries.competitors.purpose },
      { label: t.entries.goals.title, to: '/goals', icon: IconTargetArrow, purpose: t.entries.goals.purpose },
      { label: t.entries.channels.title, to: '/channels', icon: IconAddressBook, purpose: t.entries.channels.purpose },
    ],
  },
  {
    stage: 'do',
    label: t.frame.groups.do,
    entries: [
      { label: t.entries.actionItems.title, to: '/actions', icon: IconCheckbox, purpose: t.entries.actionItems.purpose },
      { label: t.entries.campaigns.title, to: '/campaigns', icon: IconSpeakerphone, purpose: t.entries.campaigns.purpose },
      { label: t.entries.calendar.title, to: '/calendar', icon: IconCalendarMonth, purpose: t.entries.calendar.purpose },
      { label: t.entries.inbox.title, to: '/inbox', icon: IconInbox, purpose: t.entries.inbox.purpose },
    ],
  },
  {
    stage: 'see',
    label: t.frame.groups.see,
    entries: [
      { label: t.entries.tracking.title, to: '/tracking', icon: IconClick, purpose: t.entries.tracking.purpose },
      { label: t.entries.measures.title, to: '/measures', icon: IconChartBar, purpose: t.entries.measures.purpose },
      { label: t.entries.returns.title, to: '/returns', icon: IconCoins, purpose: t.entries.returns.purpose },
    ],
  },
  {
    stage: 'learn',
    label: t.frame.groups.learn,
    entries: [
      { label: t.entries.reviews.title, to: '/reviews', icon: IconMessages, purpose: t.entries.reviews.purpose },
      { label: t.entries.playbooks.title, to: '/playbook', icon: IconBook2, purpose: t.entries.playbooks.purpose },
    ],
  },
];

export interface Tab {
  label: string;
  to: To;
}
