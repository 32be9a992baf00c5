import type { components } from '../api';

type Place = components['schemas']['LinkPlace'];

const kinds: Record<string, keyof Place> = { plan: 'plan', post: 'post', variant: 'variant', channel: 'channel', social_account: 'account', goal: 'goal', campaign: 'campaign' };

/** What an id points to, by its first word: "channel_01…" is a channel. */
export function placeOf(id: string): Place | null {
  const text = id.trim();
  const kind = kinds[text.slice(0, Math.max(0, text.lastIndexOf('_')))];
  return kind ? ({ [kind]: text } as unknown as Place) : null;
}
