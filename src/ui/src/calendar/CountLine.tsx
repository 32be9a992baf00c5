import { formatNumber, NetworkMark } from '../shared';
import { t } from '../texts';
import classes from './Composer.module.css';
import { fillMentions, useBlocks } from './blocks';
import { fitsOf, partsOf, tightest, withLink, withShortLinks } from './count';
import type { Network } from './draft';

const words = t.calendar.composer;

/** How long a text is on a network, part by part, while it is typed. */
export function CountLine({ network, text, link, withMedia }: { network: Network; text: string; link?: string; withMedia: boolean }) {
  const rule = network.text;
  const blocks = useBlocks();
  if (!rule) return null;
  const fits = partsOf(withShortLinks(fillMentions(text, network.key, blocks))).map((part, place) => tightest(fitsOf(rule, place === 0 && link ? withLink(rule, part, text, link) : part, withMedia && place === 0)));
  return (
    <span style={{ display: 'inline-flex', gap: 6 }}>
      <NetworkMark network={network.key} size={14} iconOnly />
      {fits.map((fit, place) => {
        if (!fit) return null;
        const over = fit.limit !== null && fit.count > fit.limit;
        return (
          <span key={place} className={`figures ${over ? classes.over : ''}`}>
            {fit.limit === null ? formatNumber(fit.count) : words.count(formatNumber(fit.count), formatNumber(fit.limit))}
            {over && `, ${words.over(formatNumber(fit.count - (fit.limit ?? 0)))}`}
          </span>
        );
      })}
    </span>
  );
}
