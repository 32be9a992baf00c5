import type { components } from '../api';
import { BarsOverTime, type Column, DataTable, Day, Figure, formatDate, formatNumber } from '../shared';
import { t } from '../texts';
import { spanInWords } from './inbox';

const words = t.inbox.figures;
type Week = components['schemas']['CareWeek'];
const whole = (value: number) => formatNumber(value, 0);

/** The median of the first answer week by week. */
export function ByWeek({ weeks, day }: { weeks: Week[]; day: number }) {
  const span = (minutes: number) => spanInWords(minutes, day);
  const columns: Column<Week>[] = [
    { key: 'week', title: words.week, cell: (week) => <Day date={week.start} />, sort: (week) => week.start },
    { key: 'received', title: words.received, align: 'right', cell: (week) => <Figure value={week.received} format={whole} />, sort: (week) => week.received },
    { key: 'answered', title: words.answered, align: 'right', cell: (week) => <Figure value={week.answered} format={whole} />, sort: (week) => week.answered },
    { key: 'first', title: words.firstAnswer, align: 'right', cell: (week) => <Figure value={week.firstAnswer} format={span} n={week.answered} reason={words.noAnswer} />, sort: (week) => week.firstAnswer },
  ];
  return (
    <BarsOverTime
      title={words.byWeek}
      say={span}
      bars={weeks.map((week) => ({ date: week.start, value: week.firstAnswer, label: week.firstAnswer === null ? words.weekNone(formatDate(week.start)) : words.weekLabel(formatDate(week.start), span(week.firstAnswer), week.answered) }))}
      table={<DataTable name="weeks" label={words.byWeek} rows={weeks} columns={columns} rowKey={(week) => week.start} rowName={(week) => formatDate(week.start)} firstSort="-week" take={20} />}
    />
  );
}
