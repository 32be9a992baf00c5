import type { Tab, To } from '../menu';
import { t } from '../texts';

/** The pages of the competitors. */
export const rivalTabs: Tab[] = [
  { label: t.competitors.tabs.rivals, to: '/competitors' as To },
  { label: t.competitors.tabs.benchmark, to: '/competitors/benchmark' as To },
  { label: t.competitors.tabs.voice, to: '/competitors/voice' as To },
  { label: t.competitors.tabs.practices, to: '/competitors/practices' as To },
  { label: t.competitors.tabs.inspiration, to: '/competitors/inspiration' as To },
  { label: t.competitors.tabs.borrowed, to: '/competitors/borrowed' as To },
];
