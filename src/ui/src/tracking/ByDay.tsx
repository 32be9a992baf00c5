import { Group, SegmentedControl, Title } from '@mantine/core';
import type { components } from '../api';
import { type Column, DataTable, Day, Figure, formatDate, formatNumber, useUrl } from '../shared';
import { t } from '../texts';
import classes from './ByDay.module.css';

type DayOfClicks = components['schemas']['DayOfClicks'];
const words = t.tracking;
const whole = (value: number) => formatNumber(value, 0);

const columns: Column<DayOfClicks>[] = [
  { key: 'day', title: words.day, cell: (row) => <Day date={row.day} />, sort: (row) => row.day },
  { key: 'clicks', title: t.funnel.clicks, align: 'right', cell: (row) => <Figure value={row.clicks} format={whole} />, sort: (row) => row.clicks },
  { key: 'visits', title: t.funnel.visits, align: 'right', cell: (row) => <Figure value={row.visits} format={whole} />, sort: (row) => row.visits },
  { key: 'dropped', title: words.notCounted, align: 'right', cell: (row) => <Figure value={row.dropped} format={whole} />, sort: (row) => row.dropped },
];

/** One bar a day; the same numbers as a table beside it. */
function Bars({ days }: { days: DayOfClicks[] }) {
  const most = Math.max(1, ...days.map((day) => day.clicks));
  const best = days.findIndex((day) => day.clicks === most);
  return (
    <figure className={classes.chart}>
      <div className={classes.bars} role="img" aria-label={words.byDay}>
        {days.map((day, at) => (
          <div key={day.day} className={classes.slot} title={words.dayLabel(formatDate(day.day), whole(day.clicks), whole(day.visits))}>
            {at === best && day.clicks > 0 && <span className={classes.best}>{whole(day.clicks)}</span>}
            <span className={classes.bar} style={{ height: `${(day.clicks / most) * 100}%` }} />
          </div>
        ))}
      </div>
      <figcaption className={classes.ends}>
        {days[0] && <Day date={days[0].day} />}
        {days.length > 1 && days.at(-1) && <Day date={days.at(-1)!.day} />}
      </figcaption>
    </figure>
  );
}

export function ByDay({ days }: { days: DayOfClicks[] }) {
  const [url, setUrl] = useUrl();
  const asTable = url.view === 'table';
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{words.byDay}</Title>
        <SegmentedControl
          size="xs"
          aria-label={words.view}
          value={asTable ? 'table' : 'chart'}
          onChange={(view) => setUrl({ view: view === 'table' ? view : undefined })}
          data={[
            { value: 'chart', label: words.chart },
            { value: 'table', label: words.asTable },
          ]}
        />
      </Group>
      {asTable ? <DataTable name="days" label={words.byDay} rows={days} columns={columns} rowKey={(row) => row.day} rowName={(row) => formatDate(row.day)} firstSort="-day" take={31} /> : <Bars days={days} />}
    </section>
  );
}
