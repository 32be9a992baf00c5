import type { components } from '../api';

type TextRule = components['schemas']['TextRule'];
export type Unit = components['schemas']['CountUnit'];

const webLink = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'’”]/giu;
const remoteMention = /(?<![\w/])(@[A-Za-z0-9_]+)@[A-Za-z0-9.-]+[A-Za-z0-9]/gu;
const bytes = new TextEncoder();
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const clusters = (text: string) => [...segmenter.segment(text)].map((part) => part.segment);
const codePoints = (text: string) => [...text].length;

function isEmoji(cluster: string): boolean {
  return [...cluster].some((sign) => {
    const point = sign.codePointAt(0) ?? 0;
    return (point >= 0x1f000 && point <= 0x1faff) || (point >= 0x2600 && point <= 0x27bf) || [0xfe0f, 0x20e3, 0x2b50, 0x2b55, 0x231a, 0x231b].includes(point);
  });
}

const isLight = (point: number) => point <= 4351 || (point >= 8192 && point <= 8205) || (point >= 8208 && point <= 8223) || (point >= 8242 && point <= 8247);

function xWeighted(text: string, urlWeight: number): number {
  let count = 0;
  const rest = text.normalize('NFC').replace(webLink, () => {
    count += urlWeight;
    return '';
  });
  for (const cluster of clusters(rest)) {
    count += isEmoji(cluster) ? 2 : [...cluster].reduce((sum, sign) => sum + (isLight(sign.codePointAt(0) ?? 0) ? 1 : 2), 0);
  }
  return count;
}

function mastodon(text: string, urlWeight: number): number {
  const links = text.match(webLink)?.length ?? 0;
  return clusters(text.replace(webLink, '').replace(remoteMention, '$1')).length + links * urlWeight;
}

/** The length of a text as a network counts it: the same rules as the server's, which confirms them. */
export function countText(text: string, unit: Unit, urlWeight?: number | null): number {
  switch (unit) {
    case 'graphemes':
      return clusters(text).length;
    case 'utf8Bytes':
      return bytes.encode(text).length;
    case 'utf16':
      return text.length;
    case 'xWeighted':
      return xWeighted(text, urlWeight ?? 23);
    case 'mastodon':
      return mastodon(text, urlWeight ?? 23);
    case 'threads':
      return clusters(text).reduce((sum, cluster) => sum + (isEmoji(cluster) ? bytes.encode(cluster).length : codePoints(cluster)), 0);
    default:
      return codePoints(text);
  }
}

export interface Fit {
  unit: Unit;
  count: number;
  limit: number | null;
}

/** Every length a network looks at, for one part of a text; under a picture or video less may fit. */
export function fitsOf(rule: TextRule, text: string, withMedia = false): Fit[] {
  const limit = (withMedia ? rule.captionLimit : null) ?? rule.limit ?? null;
  const fits: Fit[] = [{ unit: rule.unit ?? 'codePoints', count: countText(text, rule.unit ?? 'codePoints', rule.urlWeight), limit }];
  if (rule.secondLimit != null) {
    const unit = rule.secondUnit ?? 'utf8Bytes';
    fits.push({ unit, count: countText(text, unit, rule.urlWeight), limit: rule.secondLimit });
  }
  return fits;
}

/** A text with the link that stands beside it, where the network has the link as the last line of the text; once, if it is written there already. */
export const withLink = (rule: TextRule, part: string, written: string, link: string) => (rule.link === 'below' && !written.includes(link) ? `${part}\n\n${withShortLinks(link)}`.trim() : part);

/** The fit that is fullest: the one worth showing. */
export const tightest = (fits: Fit[]): Fit | undefined => [...fits].sort((a, b) => b.count / (b.limit ?? Infinity) - a.count / (a.limit ?? Infinity))[0];

const codeLength = 7;

/** The text with links as long as they will be once they are short. */
export function withShortLinks(text: string, base = location.origin): string {
  const short = `${base}/l/`;
  return text.replace(webLink, (link) => (link.startsWith(short) ? link : short + 'x'.repeat(codeLength)));
}

/** How long a short link is, and what stands in for one that is not made yet. */
export const shortLinkLength = (base = location.origin) => base.length + 3 + codeLength;
export const notMadeYet = '/l/' + 'x'.repeat(codeLength);
export const hasLink = (text: string) => new RegExp(webLink).test(text);

/** The parts of a thread: a line of three dashes stands between two. */
export function partsOf(text: string): string[] {
  const parts = text
    .replace(/\r\n?/g, '\n')
    .split(/^[ \t]*---[ \t]*$/m)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 0 ? [''] : parts;
}

/** The first link of a text, which networks show as a card. */
export const linkIn = (text: string) => text.match(webLink)?.[0];
