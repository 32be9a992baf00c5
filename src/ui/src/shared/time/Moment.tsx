import { Tooltip } from '@mantine/core';
import { exactInstant, formatDate, formatMoment, timeOf, zoneName } from './moment';

interface Props {
  /** ISO instant in UTC. */
  at: string;
  /** Zone of the brand: `useBrand().zone`. */
  zone: string;
  /** Only the time, where the day is already clear. */
  timeOnly?: boolean;
}

/** An instant as people say it, the exact one on hover. */
export function Moment({ at, zone, timeOnly = false }: Props) {
  const exact = exactInstant(at);
  return (
    <Tooltip label={timeOnly ? `${exact} (${zoneName(zone)})` : exact}>
      <time className="figures" dateTime={exact}>
        {timeOnly ? timeOf(new Date(at), zone) : formatMoment(at, zone)}
      </time>
    </Tooltip>
  );
}

/** A day as people say it. */
export function Day({ date }: { date: string }) {
  return (
    <time className="figures" dateTime={date} style={{ whiteSpace: 'nowrap' }}>
      {formatDate(date)}
    </time>
  );
}
