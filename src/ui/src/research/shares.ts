import { formatPercent } from '../shared';
import { t } from '../texts';

interface Share {
  count: number;
  asked: number;
  share: number;
  low: number;
  high: number;
}

/** Fewer answers than this say little of people who were not asked. */
export const fewAnswers = 30;

/** A share in words: how many said so, and how far it speaks for those who were not asked. */
export function inWords({ count, asked, share, low, high }: Share): string {
  const words = t.research.surveys;
  if (asked < fewAnswers) return words.tooFew(count, asked);
  return words.likely(formatPercent(share, 0), count, asked, formatPercent(low, 0), formatPercent(high, 0));
}
