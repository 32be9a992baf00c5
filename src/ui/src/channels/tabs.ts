import type { Tab, To } from '../menu';
import { t } from '../texts';

/** The pages of Channels. */
export const channelTabs: Tab[] = [
  { label: t.channels.title, to: '/channels' as To },
  { label: t.positioning.title, to: '/channels/positioning' as To },
  { label: t.candidates.title, to: '/channels/candidates' as To },
  { label: t.portfolio.title, to: '/channels/portfolio' as To },
];
