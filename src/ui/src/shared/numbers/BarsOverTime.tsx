import { Group, SegmentedControl, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../../texts';
import { useUrl } from '../frame/useUrl';
import { Day } from '../time/Moment';
import classes from './BarsOverTime.module.css';

export interface Bar {
  /** The day, or the first day of the week. */
  date: string;
  /** Null where nothing is known: no bar, which is not a bar of nothing. */
  value: number | null;
  /** The whole story of the bar, on pointing at it. */
  label: string;
}

interface Props {
  title: string;
  bars: Bar[];
  /** The number that stands above the tallest bar. */
  say: (value: number) => string;
  /** The same numbers as a table. */
  table: ReactNode;
}

/** A number over time, one bar for each day or week; the same as a table beside it. Which of the two is in the address. */
export function BarsOverTime({ title, bars, say, table }: Props) {
  const [url, setUrl] = useUrl();
  const asTable = url.view === 'table';
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{title}</Title>
        <SegmentedControl
          size="xs"
          aria-label={t.chart.view}
          value={asTable ? 'table' : 'chart'}
          onChange={(view) => setUrl({ view: view === 'table' ? view : undefined })}
          data={[
            { value: 'chart', label: t.chart.drawn },
            { value: 'table', label: t.chart.table },
          ]}
        />
      </Group>
      {asTable ? table : <Bars title={title} bars={bars} say={say} />}
    </section>
  );
}

function Bars({ title, bars, say }: Omit<Props, 'table'>) {
  const most = Math.max(1, ...bars.map((bar) => bar.value ?? 0));
  const tallest = bars.findIndex((bar) => bar.value === most);
  return (
    <figure className={classes.chart}>
      <div className={classes.bars} role="img" aria-label={title}>
        {bars.map((bar, at) => (
          <div key={bar.date} className={classes.slot} title={bar.label}>
            {at === tallest && <span className={classes.best}>{say(most)}</span>}
            {bar.value !== null && <span className={classes.bar} style={{ height: `${(bar.value / most) * 100}%` }} />}
          </div>
        ))}
      </div>
      <figcaption className={classes.ends}>
        {bars[0] && <Day date={bars[0].date} />}
        {bars.length > 1 && bars.at(-1) && <Day date={bars.at(-1)!.date} />}
      </figcaption>
    </figure>
  );
}
