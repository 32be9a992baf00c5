import { Group, SegmentedControl, Title } from '@mantine/core';
import type { components } from '../api';
import { type Column, DataTable, Day, Figure, formatDate, formatNumber, useUrl } from '../shared';
import { t } from '../texts';
import { spanInWords } from './inbox';
import classes from './Inbox.module.css';

const words = t.inbox.figures;
type Week = components['schemas']['CareWeek'];
const whole = (value: number) => formatNumber(value, 0);

/** The median of the first answer week by week, drawn or as a table. */
export function ByWeek({ weeks, day }: { weeks: Week[]; day: number }) {
  const [url, setUrl] = useUrl();
  const asTable = url.view === 'table';
  const span = (minutes: number) => spanInWords(minutes, day);
  const columns: Column<Week>[] = [
    { key: 'week', title: words.week, cell: (week) => <Day date={week.start} />, sort: (week) => week.start },
    { key: 'received', title: words.received, align: 'right', cell: (week) => <Figure value={week.received} format={whole} />, sort: (week) => week.received },
    { key: 'answered', title: words.answered, align: 'right', cell: (week) => <Figure value={week.answered} format={whole} />, sort: (week) => week.answered },
    { key: 'first', title: words.firstAnswer, align: 'right', cell: (week) => <Figure value={week.firstAnswer} format={span} n={week.answered} reason={words.noAnswer} />, sort: (week) => week.firstAnswer },
  ];
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{words.byWeek}</Title>
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
      {asTable ? <DataTable name="weeks" label={words.byWeek} rows={weeks} columns={columns} rowKey={(week) => week.start} rowName={(week) => formatDate(week.start)} firstSort="-week" take={20} /> : <Bars weeks={weeks} span={span} />}
    </section>
  );
}

function Bars({ weeks, span }: { weeks: Week[]; span: (minutes: number) => string }) {
  const most = Math.max(1, ...weeks.map((week) => week.firstAnswer ?? 0));
  const longest = weeks.findIndex((week) => week.firstAnswer === most);
  return (
    <figure style={{ margin: 0 }}>
      <div className={classes.weeks} role="img" aria-label={words.byWeek}>
        {weeks.map((week, at) => (
          <div key={week.start} className={classes.week} title={week.firstAnswer === null ? words.weekNone(formatDate(week.start)) : words.weekLabel(formatDate(week.start), span(week.firstAnswer), week.answered)}>
            {at === longest && <span className={classes.most}>{span(most)}</span>}
            {week.firstAnswer !== null && <span className={classes.tall} style={{ height: `${Math.max(1, (week.firstAnswer / most) * 100)}%` }} />}
          </div>
        ))}
      </div>
      <figcaption className={classes.ends}>
        {weeks[0] && <Day date={weeks[0].start} />}
        {weeks.length > 1 && weeks.at(-1) && <Day date={weeks.at(-1)!.start} />}
      </figcaption>
    </figure>
  );
}
