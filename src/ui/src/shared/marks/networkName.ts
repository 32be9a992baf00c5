import { t } from '../../texts';

const others: Record<string, keyof typeof t.networks> = { twitter: 'x', googlebusiness: 'google', googlebusinessprofile: 'google', gbp: 'google', rssfeed: 'rss' };

/** The catalogue's key of a network however it is written: "google_business" -> "google". */
export function networkKey(network: string): keyof typeof t.networks | undefined {
  const plain = network.toLowerCase().replace(/[^a-z]/g, '');
  return plain in t.networks ? (plain as keyof typeof t.networks) : others[plain];
}

/** A network as people call it: "bluesky" -> "Bluesky". One that the catalogue does not know keeps its own word. */
export function networkName(network: string): string {
  const key = networkKey(network);
  return key ? t.networks[key] : network;
}

/** Networks on which people write a name with an @. */
const withAt = new Set(['bluesky', 'mastodon', 'x', 'instagram', 'threads', 'tiktok', 'youtube', 'telegram']);

/** An account's name as its network writes it: "@teahouse" on Bluesky, "teahouse" on Facebook. */
export const handleOn = (network: string, handle: string) => (withAt.has(networkKey(network) ?? '') && !/^@|\s/.test(handle) ? `@${handle}` : handle);

/** What the program calls it: "Google Business" -> "google_business". A word the catalogue does not know stays as it was typed. */
export function networkId(typed: string): string {
  const written = typed.trim();
  const key = (Object.keys(t.networks) as (keyof typeof t.networks)[]).find((each) => t.networks[each].toLowerCase() === written.toLowerCase()) ?? networkKey(written);
  return key === 'google' ? 'google_business' : (key ?? written);
}
