import { Anchor, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { type Column, DataTable, Figure, useUrl } from '../shared';
import { t } from '../texts';
import classes from './Credit.module.css';
import { creditOf, type Measure, type Model, nameOf, type Report, type Row, spanOf, writer } from './credit';

const words = t.credit;
const most = 12;

interface Props {
  report: Report;
  model: Model;
  measure: Measure;
}

/** Every row under the chosen model as a bar, with a line from the smallest to the largest of all models; or all models as a table. */
export function CreditChart({ report, model, measure }: Props) {
  const [url, setUrl] = useUrl();
  const view = url.view === 'table' ? 'table' : 'chart';
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{words.chart}</Title>
        <Group gap="sm">
          <SegmentedControl size="xs" aria-label={words.measure} value={measure} onChange={(value) => setUrl({ show: value === 'value' ? value : undefined })} data={Object.entries(words.measures).map(([value, label]) => ({ value, label }))} />
          <SegmentedControl size="xs" aria-label={words.view} value={view} onChange={(value) => setUrl({ view: value === 'table' ? value : undefined })} data={Object.entries(words.views).map(([value, label]) => ({ value, label }))} />
        </Group>
      </Group>
      {report.rows.length === 0 ? <Text c="dimmed">{words.noneYet}</Text> : view === 'table' ? <AllModels report={report} measure={measure} model={model} /> : <Bars report={report} model={model} measure={measure} />}
    </section>
  );
}

function useOpen() {
  const [, setUrl] = useUrl();
  return (row: string) => setUrl({ row, and: undefined }, true);
}

function Bars({ report, model, measure }: Props) {
  const open = useOpen();
  const say = writer(measure, report.value.currency);
  const nobody = measure === 'value' ? report.unattributedValue.amount : report.unattributed;
  const rows = report.rows.toSorted((a, b) => (creditOf(b, model, measure) ?? 0) - (creditOf(a, model, measure) ?? 0)).slice(0, most);
  const spans = rows.map((row) => spanOf(row, measure));
  const low = Math.min(0, ...spans.map((span) => span.low));
  const high = Math.max(nobody, ...spans.map((span) => span.high), low + 1e-9);
  const at = (value: number) => `${((value - low) / (high - low)) * 100}%`;
  const wide = (from: number, to: number) => `${((to - from) / (high - low)) * 100}%`;
  return (
    <>
      <Text size="xs" c="dimmed" mb="xs">
        {words.chartHint}
      </Text>
      <ul className={classes.rows}>
        {rows.map((row, place) => {
          const now = creditOf(row, model, measure);
          const span = spans[place] ?? { low: 0, high: 0 };
          const name = nameOf(row.key, row.title, report.by);
          return (
            <li key={row.key} className={classes.row}>
              <span className={classes.name}>
                {row.key === 'others' ? name : (
                  <Anchor component="button" ta="left" onClick={() => open(row.key)} aria-label={words.show(name)}>
                    {name}
                  </Anchor>
                )}
              </span>
              <span className={classes.track} role="img" aria-label={words.barLabel(name, now === undefined ? '–' : say(now), say(span.low), say(span.high))} title={words.barLabel(name, now === undefined ? '–' : say(now), say(span.low), say(span.high))}>
                {now !== undefined && <span className={classes.bar} style={{ left: at(Math.min(0, now)), width: wide(Math.min(0, now), Math.max(0, now)) }} />}
                {span.high - span.low > 1e-6 && <span className={classes.span} style={{ left: at(span.low), width: wide(span.low, span.high) }} />}
              </span>
              <span className={classes.number}>
                <Figure value={now} format={say} />
              </span>
            </li>
          );
        })}
        <li className={classes.row}>
          <span className={classes.name}>
            {nobody > 0 ? (
              <Anchor component="button" ta="left" onClick={() => open('unattributed')} aria-label={words.show(words.unattributed)}>
                {words.unattributed}
              </Anchor>
            ) : (
              words.unattributed
            )}
          </span>
          <span className={classes.track} aria-hidden>
            <span className={`${classes.bar} ${classes.nobody}`} style={{ left: at(0), width: wide(0, nobody) }} />
          </span>
          <span className={classes.number}>
            <Figure value={nobody} format={say} />
          </span>
        </li>
      </ul>
    </>
  );
}

function AllModels({ report, measure }: Props) {
  const open = useOpen();
  const say = writer(measure, report.value.currency);
  const columns: Column<Row>[] = [
    { key: 'name', title: words.one[report.by] ?? '', primary: true, cell: (row) => nameOf(row.key, row.title, report.by), sort: (row) => nameOf(row.key, row.title, report.by) },
    ...(report.rows[0]?.credits ?? []).map(
      ({ model }): Column<Row> => ({
        key: model,
        title: words.short[model] ?? model,
        align: 'right',
        cell: (row) => <Figure value={creditOf(row, model, measure)} format={say} />,
        sort: (row) => creditOf(row, model, measure),
      }),
    ),
  ];
  return (
    <DataTable
      name="models"
      label={words.chart}
      rows={report.rows}
      columns={columns}
      rowKey={(row) => row.key}
      rowName={(row) => nameOf(row.key, row.title, report.by)}
      onOpen={(row) => open(row.key)}
      take={25}
      empty={<Text c="dimmed">{words.noneYet}</Text>}
    />
  );
}
