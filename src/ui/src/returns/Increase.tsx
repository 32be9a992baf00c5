import { Group, SegmentedControl, Select, Stack, Text, Title } from '@mantine/core';
import { answer, client, useRead } from '../api';
import { Day, formatDate, formatMoney, formatNumber, Loaded, useUrl } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { t } from '../texts';
import classes from './Increase.module.css';
import type { Schemas } from './returns';

type View = Schemas['SalesIncreaseView'];
const words = t.returns.increase;
const spans = ['4', '8', '12'];
/** What can be compared besides orders: numbers of the brand that add up over days. */
const comparable = ['sessions_social', 'link_clicks', 'conversions', 'leads', 'inbound_links', 'revenue_social'] as const;

/** Whether more is sold since a day: the weeks drawn, and in sentences what they show and what they do not. */
export function Increase({ plan }: { plan: string }) {
  const [url, setUrl] = useUrl();
  const weeks = url.weeks && spans.includes(url.weeks) ? url.weeks : '8';
  const metric = comparable.find((key) => key === url.of);
  const read = useRead(['returns', plan, 'increase', url.since, weeks, metric], () => answer(client.GET('/api/v1/plans/{plan}/sales-increase', { params: { path: { plan }, query: { day: url.since, metric, weeks: Number(weeks) } } })), { keep: true });
  return (
    <section>
      <Group justify="space-between" align="flex-end" mb="sm">
        <Title order={2}>{words.title}</Title>
        <Group align="flex-end">
          <Select
            label={words.of}
            w={220}
            value={metric ?? ''}
            allowDeselect={false}
            onChange={(key) => setUrl({ of: key || undefined })}
            data={[{ value: '', label: words.orders }, ...comparable.map((key) => ({ value: key as string, label: words.metrics[key] ?? key }))]}
          />
          <DateField label={words.since} w={170} value={url.since ?? read.data?.day} onChange={(since) => setUrl({ since: since || undefined })} />
          <SegmentedControl aria-label={words.weeks} value={weeks} onChange={(value) => setUrl({ weeks: value === '8' ? undefined : value })} data={spans.map((value) => ({ value, label: words.weeksEach(value) }))} />
        </Group>
      </Group>
      <Loaded read={read}>
        {(view) => (
          <Stack gap="sm">
            {view.weeks.length > 0 && <Bars view={view} />}
            {view.sentences.map((each) => (
              <Text key={each}>{each}</Text>
            ))}
          </Stack>
        )}
      </Loaded>
    </section>
  );
}

function Bars({ view }: { view: View }) {
  const most = Math.max(1, ...view.weeks.map((week) => week.value));
  const say = (value: number) => (view.currency ? formatMoney({ amount: value, currency: view.currency }) : formatNumber(value, 0));
  const mean = (value: number) => ({ bottom: `${(value / most) * 100}%` });
  const before = view.weeks.filter((week) => !week.after);
  const after = view.weeks.filter((week) => week.after);
  return (
    <figure className={classes.chart} aria-label={words.title}>
      {[before, after].map(
        (side, at) =>
          side.length > 0 && (
            <div key={at} className={classes.side} style={{ flex: side.length }}>
              <div className={classes.bars}>
                {side.map((week) => (
                  <div key={week.from} className={classes.slot} title={`${formatDate(week.from)}: ${say(week.value)}`}>
                    <span className={classes.bar} data-after={week.after || undefined} style={{ height: `${(week.value / most) * 100}%` }} />
                  </div>
                ))}
                {view.test && <span className={classes.mean} style={mean(at === 0 ? view.test.meanBefore : view.test.meanAfter)} />}
              </div>
              <figcaption className={classes.words}>
                {at === 0 ? words.before : words.after} {view.test && (
                  <>
                    <b className="figures">{say(at === 0 ? view.test.meanBefore : view.test.meanAfter)}</b> {words.aWeek}{' '}
                  </>
                )}
                {words.from} <Day date={side[0]!.from} />
              </figcaption>
            </div>
          ),
      )}
    </figure>
  );
}
