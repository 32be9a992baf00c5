import { Title } from '@mantine/core';
import type { To } from '../menu';
import { type Column, DataTable, Day, Difference, Empty, Figure, formatPercent, formatSigned, Loaded, NoData, StatusBadge, useBrand } from '../shared';
import { t } from '../texts';
import { metricFormat, type PlannedLine, usePlanAgainstActual } from './measure';

const words = t.measures.actual;

interface Props {
  plan: string;
  open?: string;
  onOpen: (target: string) => void;
}

/** Every KPI, planned and actual; business metrics first, positive is always good. */
export function PlanAgainstActual({ plan, open, onOpen }: Props) {
  const read = usePlanAgainstActual(plan);
  const { currency } = useBrand();
  const format = (line: PlannedLine) => metricFormat(line.metric, currency);
  const columns: Column<PlannedLine>[] = [
    { key: 'kpi', title: words.kpi, primary: true, cell: (line) => line.metric.name, sort: (line) => line.metric.name },
    { key: 'goal', title: words.goal, hideBelow: 720, cell: (line) => line.goalTitle, sort: (line) => line.goalTitle },
    { key: 'planned', title: words.planned, align: 'right', cell: (line) => <Figure value={line.planned} format={format(line)} reason={line.why ?? words.noPlan} /> },
    { key: 'actual', title: words.actual, align: 'right', cell: (line) => <Figure value={line.actual} format={format(line)} reason={line.why ?? undefined} /> },
    { key: 'variance', title: words.variance, align: 'right', cell: (line) => <Difference value={line.variance?.difference} format={format(line)} reason={line.why ?? undefined} /> },
    {
      key: 'percent',
      title: words.percent,
      align: 'right',
      hideBelow: 720,
      cell: (line) => (line.variance?.percent == null ? <NoData reason={line.why ?? words.noPlan} /> : <span className="figures">{formatSigned(line.variance.percent, formatPercent)}</span>),
      sort: (line) => line.variance?.percent,
    },
    { key: 'status', title: words.status, cell: (line) => <StatusBadge status={line.status} />, sort: (line) => line.status },
    { key: 'deadline', title: words.deadline, hideBelow: 960, cell: (line) => (line.deadline ? <Day date={line.deadline} /> : <NoData />), sort: (line) => line.deadline },
  ];
  return (
    <section aria-labelledby="plan-against-actual">
      <Title order={2} id="plan-against-actual" mb="sm">
        {words.title}
      </Title>
      <Loaded read={read}>
        {(lines) => (
          <DataTable
            label={words.title}
            rows={lines}
            columns={columns}
            rowKey={(line) => line.target}
            rowName={(line) => `${line.metric.name}, ${line.goalTitle}`}
            onOpen={(line) => onOpen(line.target)}
            openKey={open}
            empty={<Empty title={words.emptyTitle} text={words.empty} action={{ label: t.measures.briefing.toGoals, to: '/goals' as To }} />}
          />
        )}
      </Loaded>
    </section>
  );
}
