import type { To } from '../../menu';

/** Where a step's findings are mended. */
export const pageOf: Record<string, To> = {
  Plans: '/plan',
  Audits: '/audit',
  Research: '/research',
  Goals: '/goals',
  Channels: '/channels',
  Campaigns: '/campaigns',
  Actions: '/actions',
  Calendar: '/calendar',
  Publishing: '/calendar',
  Tracking: '/tracking',
  Measures: '/measures',
  Returns: '/returns',
  Reviews: '/reviews',
  Playbooks: '/playbook',
};
