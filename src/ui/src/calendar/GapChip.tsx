import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { NetworkMark, networkName } from '../shared';
import { t } from '../texts';
import classes from './Calendar.module.css';
import type { Gaps } from './data';
import { clockOf } from './days';

export interface Opening {
  at: string;
  account: string;
  network: string;
  handle: string;
}

/** Every proposed time of every account, in time order. */
export const openingsOf = (gaps: Gaps[] | undefined): Opening[] =>
  (gaps ?? [])
    .flatMap((gap) => gap.weeks.flatMap((week) => week.openings.map((at) => ({ at, account: gap.account, network: gap.network, handle: gap.handle }))))
    .sort((a, b) => a.at.localeCompare(b.at));

/** Times that the cadence asks for and nothing fills: opens a new post at the first of them. */
export function GapChip({ openings }: { openings: Opening[] }) {
  const [first] = openings;
  if (!first) return null;
  const networks = [...new Set(openings.map((opening) => opening.network))];
  return (
    <Tooltip label={`${t.calendar.gapHint} ${openings.map((opening) => `${clockOf(opening.at)} @${opening.handle} (${networkName(opening.network)})`).join(', ')}`}>
      <Link to="/calendar/new" search={{ at: first.at, account: first.account } as never} className={classes.gap}>
        {networks.slice(0, 4).map((network) => (
          <NetworkMark key={network} network={network} size={14} iconOnly />
        ))}
        {openings.length === 1 && <time className="figures">{clockOf(first.at)}</time>}
        <span className={classes.words}>{openings.length > 1 ? t.calendar.gaps(openings.length) : t.calendar.gap}</span>
      </Link>
    </Tooltip>
  );
}
