import type { components } from '../api';
import { BarsOverTime, type Column, DataTable, Day, Figure, formatDate, formatNumber } from '../shared';
import { t } from '../texts';

type DayOfClicks = components['schemas']['DayOfClicks'];
const words = t.tracking;
const whole = (value: number) => formatNumber(value, 0);

const columns: Column<DayOfClicks>[] = [
  { key: 'day', title: words.day, cell: (row) => <Day date={row.day} />, sort: (row) => row.day },
  { key: 'clicks', title: t.funnel.clicks, align: 'right', cell: (row) => <Figure value={row.clicks} format={whole} />, sort: (row) => row.clicks },
  { key: 'visits', title: t.funnel.visits, align: 'right', cell: (row) => <Figure value={row.visits} format={whole} />, sort: (row) => row.visits },
  { key: 'dropped', title: words.notCounted, align: 'right', cell: (row) => <Figure value={row.dropped} format={whole} />, sort: (row) => row.dropped },
];

/** Clicks day by day. */
export function ByDay({ days }: { days: DayOfClicks[] }) {
  return (
    <BarsOverTime
      title={words.byDay}
      say={whole}
      bars={days.map((day) => ({ date: day.day, value: day.clicks, label: words.dayLabel(formatDate(day.day), whole(day.clicks), whole(day.visits)) }))}
      table={<DataTable name="days" label={words.byDay} rows={days} columns={columns} rowKey={(row) => row.day} rowName={(row) => formatDate(row.day)} firstSort="-day" take={31} />}
    />
  );
}
