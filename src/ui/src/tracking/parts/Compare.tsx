import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, type components, useRead } from '../../api';
import { type Column, DataTable, formatDate, formatMoney, formatNumber, formatPercent, Loaded, useBrand, useUrl } from '../../shared';
import { t } from '../../texts';
import classes from './Compare.module.css';

type View = components['schemas']['PeriodComparisonView'];
type Compared = components['schemas']['ComparedFigure'];
type Row = components['schemas']['ComparedRow'];
interface Line {
  key: string;
  name: string;
  figure: Compared;
  say: (value: number) => string;
  /** Its difference in words; as a number of things unless. */
  differs?: (figure: Compared) => string;
}
const words = t.reports.compare;
const whole = (value: number) => formatNumber(value, 0);

/** A difference in words, with what it is as a part. */
function differenceOf({ difference, change }: Compared, say = whole, lower = words.fewer, same = words.same): string {
  const share = change === null ? null : formatPercent(Math.abs(change), 0);
  return difference === 0 ? same : difference > 0 ? words.more(say(difference), share) : lower(say(-difference), share);
}

/** A rate differs by points: a percentage of a percentage misleads. */
function pointsOf({ difference }: Compared): string {
  const points = formatNumber(Math.abs(difference) * 100, 1);
  return difference === 0 ? words.equal : difference > 0 ? words.higher(points) : words.lower(points);
}

function Change({ figure }: { figure: Compared }) {
  return <span className="figures">{differenceOf(figure)}</span>;
}

const lines = (view: View): Line[] => [
  ...(['clicks', 'visits', 'conversions', 'siteVisits', 'socialVisits'] as const).flatMap((key) => (view[key] ? [{ key, name: words.names[key] ?? key, figure: view[key], say: whole }] : [])),
  ...(view.rate ? [{ key: 'rate', name: words.names.rate ?? '', figure: view.rate, say: (value: number) => formatPercent(value, 1), differs: pointsOf }] : []),
  ...view.revenue.map(({ currency, value: figure }) => {
    const say = (amount: number) => formatMoney({ amount, currency });
    return { key: currency, name: words.revenue(currency), figure, say, differs: () => differenceOf(figure, say, words.less, words.equal) };
  }),
];

const figureColumns: Column<Line>[] = [
  { key: 'name', title: words.figure, primary: true, cell: (line) => line.name },
  { key: 'now', title: words.now, align: 'right', cell: (line) => <span className="figures">{line.say(line.figure.now)}</span> },
  { key: 'then', title: words.then, align: 'right', cell: (line) => <span className="figures">{line.say(line.figure.then)}</span> },
  { key: 'difference', title: words.difference, align: 'right', cell: (line) => <span className="figures">{line.differs ? line.differs(line.figure) : differenceOf(line.figure)}</span> },
];

const nameOf = (row: Row) => row.title ?? t.tracking.unnamed;
const rowColumns = (label: string): Column<Row>[] => [
  { key: 'name', title: label, primary: true, cell: (row) => (row.path ? <Anchor renderRoot={(props) => <Link to={row.path as never} {...props} />}>{nameOf(row)}</Anchor> : nameOf(row)) },
  { key: 'clicks', title: t.funnel.clicks, align: 'right', cell: (row) => <Change figure={row.clicks} />, sort: (row) => row.clicks.difference },
  { key: 'conversions', title: t.funnel.conversions, align: 'right', cell: (row) => <Change figure={row.conversions} />, sort: (row) => row.conversions.difference },
];

const kinds = ['posts', 'channels', 'goals', 'accounts', 'campaigns', 'links'] as const;

/** Two periods side by side: in words, day beside day, figure by figure. */
export function Compare({ from, until }: { from: string; until: string }) {
  const brand = useBrand();
  const [url] = useUrl();
  const way = url.with as 'before' | 'yearBefore' | 'chosen';
  const ready = way !== 'chosen' || (url.thenFrom && url.thenUntil);
  const asked = kinds.find((kind) => kind === url.by);
  const query = { from, until, with: way, thenFrom: way === 'chosen' ? url.thenFrom : undefined, thenUntil: way === 'chosen' ? url.thenUntil : undefined };
  const read = useRead(['tracking', brand.id, 'comparison', query], () => answer(client.GET('/api/v1/brands/{brand}/tracking/comparison', { params: { path: { brand: brand.id }, query } })), { keep: true, enabled: Boolean(ready) });
  return (
    <section>
      <Title order={2} mb="sm">
        {words.title}
      </Title>
      {!ready ? (
        <Text c="dimmed">{words.choose}</Text>
      ) : (
        <Loaded read={read}>
          {(view) => {
            const by = asked ?? kinds.find((kind) => view[kind].length > 0) ?? 'posts';
            return (
              <Stack gap="md">
                <div>
                  <Text size="sm" c="dimmed">
                    {words.span(formatDate(view.thenFrom), formatDate(view.thenUntil))}
                  </Text>
                  {view.sentences.map((sentence) => (
                    <Text key={sentence}>{sentence}</Text>
                  ))}
                </div>
                <Days view={view} />
                <DataTable name="compared" label={words.title} rows={lines(view)} columns={figureColumns} rowKey={(line) => line.key} rowName={(line) => line.name} />
                <Title order={3}>{words.movers}</Title>
                <DataTable name="movers" label={words.movers} rows={view[by]} columns={rowColumns(t.tracking.bys[by])} rowKey={(row) => row.subject} rowName={nameOf} take={5} empty={<Text c="dimmed">{words.nothing}</Text>} />
              </Stack>
            );
          }}
        </Loaded>
      )}
    </section>
  );
}

function Days({ view }: { view: View }) {
  const most = Math.max(1, ...view.days.flatMap((day) => [day.now, day.then ?? 0]));
  return (
    <figure className={classes.chart}>
      <div className={classes.bars} role="img" aria-label={words.byDay}>
        {view.days.map((day) => (
          <span key={day.day} className={classes.slot} title={words.dayLabel(formatDate(day.day), whole(day.now), day.then === null ? null : whole(day.then))}>
            <span className={classes.bar} data-side="then" style={{ height: `${((day.then ?? 0) / most) * 100}%` }} />
            <span className={classes.bar} data-side="now" style={{ height: `${(day.now / most) * 100}%` }} />
          </span>
        ))}
      </div>
      <figcaption className={classes.words}>
        <span>
          <span className={classes.mark} data-side="then" aria-hidden /> {words.legendThen}
        </span>
        <span>
          <span className={classes.mark} data-side="now" aria-hidden /> {words.legendNow}
        </span>
      </figcaption>
    </figure>
  );
}
