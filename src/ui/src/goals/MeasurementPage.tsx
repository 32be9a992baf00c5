import { IconAlertTriangle, IconClockExclamation, IconPlugConnectedX } from '@tabler/icons-react';
import { answer, client, useRead } from '../api';
import type { To } from '../menu';
import { type Column, DataTable, Day, Empty, type Filter, Loaded, NoData, Page, StatusMark, WithPlan } from '../shared';
import { t } from '../texts';
import { goalTabs, type Line } from './goal';

const words = t.goals.measurement;
const missing = () => (
  <StatusMark tone="bad" icon={IconAlertTriangle}>
    {words.missing}
  </StatusMark>
);

const columns: Column<Line>[] = [
  { key: 'indicator', title: words.indicator, primary: true, cell: (line) => line.indicator, sort: (line) => line.indicator },
  { key: 'goal', title: t.goals.columns.goal, cell: (line) => line.goalTitle, sort: (line) => line.goalTitle },
  { key: 'definition', title: words.definition, hideBelow: 960, cell: (line) => line.definition },
  { key: 'source', title: words.source, cell: (line) => <Source line={line} />, sort: (line) => line.source },
  { key: 'frequency', title: words.frequency, cell: (line) => (line.frequency ? words.each(t.goals.target.periods[line.frequency as 'week']) : <NoData reason={words.missing} />) },
  { key: 'collector', title: words.collector, cell: (line) => line.collectorName ?? missing(), sort: (line) => line.collectorName },
  { key: 'first', title: words.first, hideBelow: 960, cell: (line) => (line.firstValueOn ? <Day date={line.firstValueOn} /> : <NoData />), sort: (line) => line.firstValueOn },
  { key: 'due', title: words.due, cell: (line) => <Due line={line} />, sort: (line) => line.dueOn },
];

const filters: Filter<Line>[] = [{ key: 'due', label: words.show, options: [{ value: 'overdue', label: words.onlyOverdue }, { value: 'cut', label: words.onlyCut }], test: (line, value) => (value === 'cut' ? Boolean(line.sourceTrouble) : line.overdue) }];

/** Where it is read, and why nothing comes from there. */
function Source({ line }: { line: Line }) {
  if (!line.source) return missing();
  return (
    <>
      {line.source}
      {line.sourceTrouble && (
        <div>
          <StatusMark tone="warn" icon={IconPlugConnectedX}>
            {line.sourceTrouble}
          </StatusMark>
        </div>
      )}
    </>
  );
}

function Due({ line }: { line: Line }) {
  if (!line.dueOn) return <NoData reason={words.missing} />;
  return (
    <>
      <Day date={line.dueOn} />{' '}
      {line.overdue && (
        <StatusMark tone="warn" icon={IconClockExclamation}>
          {words.overdue}
        </StatusMark>
      )}
    </>
  );
}

export default function MeasurementPage() {
  return (
    <Page title={t.goals.title} purpose={words.purpose} help={t.goals.help} tabs={goalTabs}>
      <WithPlan>{(plan) => <Lines plan={plan.id} />}</WithPlan>
    </Page>
  );
}

function Lines({ plan }: { plan: string }) {
  const read = useRead(['measurement', plan], () => answer(client.GET('/api/v1/plans/{plan}/measurement-plan', { params: { path: { plan } } })));
  return (
    <Loaded read={read}>
      {(lines) => (
        <DataTable
          label={t.goals.tabs.measurement}
          rows={lines}
          columns={columns}
          filters={filters}
          rowKey={(line) => line.target}
          rowName={(line) => `${line.indicator}, ${line.goalTitle}`}
          empty={<Empty title={words.emptyTitle} text={words.empty} action={{ label: words.emptyAction, to: '/goals' as To }} />}
        />
      )}
    </Loaded>
  );
}
