import { Checkbox, Tooltip } from '@mantine/core';
import { formatNumber, NetworkMark, NoData, useUrl } from '../shared';
import { t } from '../texts';
import classes from './Calendar.module.css';
import { type Gaps, useLeadTime } from './data';

const words = t.calendar.mix;

interface Props {
  gaps: Gaps[];
  /** First day of the week that is compared. */
  week: string;
  from: string;
  to: string;
}

/** What is planned this week against the cadence of each account, and how far ahead posts are scheduled. */
export function CadenceMeter({ gaps, week, from, to }: Props) {
  const [url, setUrl] = useUrl();
  const lead = useLeadTime(from, to);
  return (
    <div className={classes.meter} role="group" aria-label={words.title}>
      <span>{words.title}</span>
      {gaps.map((gap) => {
        const found = gap.weeks.find((each) => each.week === week);
        if (!found) return null;
        const { verdict } = found;
        return (
          <Tooltip key={gap.account} label={`${gap.handle}: ${words.verdicts[verdict]}`}>
            <span style={{ display: 'inline-flex', gap: 6 }} tabIndex={0}>
              <NetworkMark network={gap.network} size={14} iconOnly />
              <span className="figures">{gap.wanted == null ? words.free(found.planned) : words.of(found.planned, gap.wanted)}</span>
              <span style={{ color: verdict === 'belowMin' || verdict === 'aboveMax' ? 'var(--bw-warn)' : undefined }}>{words.verdicts[verdict]}</span>
            </span>
          </Tooltip>
        );
      })}
      <Tooltip label={words.leadWhy}>
        <span tabIndex={0}>
          {words.lead}: {lead.data?.days == null ? <NoData reason={words.noLead} /> : words.leadDays(formatNumber(lead.data.days))}
        </span>
      </Tooltip>
      <Checkbox
        size="xs"
        className={classes.meterEnd}
        label={t.calendar.filters.gaps}
        checked={url.gaps !== 'off'}
        onChange={(event) => setUrl({ gaps: event.currentTarget.checked ? undefined : 'off' })}
      />
    </div>
  );
}
