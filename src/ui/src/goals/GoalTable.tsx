import { Group, Text } from '@mantine/core';
import { type Column, DataTable, Day, Figure, type Filter, NoData, PaceBar, SmartMarks, Sparkline, StatusBadge, useBrand } from '../shared';
import { t } from '../texts';
import { type GoalRow, metricFormat, toneOf } from './goal';

const words = t.goals;
const heads = words.columns;

const filters: Filter<GoalRow>[] = [
  {
    key: 'status',
    label: heads.status,
    options: (Object.keys(t.goalStatus) as GoalRow['status'][]).map((value) => ({ value, label: t.goalStatus[value] })),
    test: (row, value) => row.status === value,
  },
];

/** One row a goal: where its number is, where it should be, how it stands. */
export function GoalTable({ rows, open, onOpen }: { rows: GoalRow[]; open?: string; onOpen: (goal: string) => void }) {
  const { currency } = useBrand();
  const columns: Column<GoalRow>[] = [
    { key: 'goal', title: heads.goal, primary: true, width: '30%', cell: (row) => <GoalCell row={row} />, sort: (row) => row.title },
    { key: 'status', title: heads.status, cell: (row) => <StatusBadge status={row.status} />, sort: (row) => row.status },
    { key: 'now', title: heads.now, align: 'right', cell: (row) => <Figure value={row.now} format={metricFormat(row.metric, currency)} reason={row.why ?? undefined} />, sort: (row) => row.now },
    { key: 'expected', title: heads.expected, align: 'right', hideBelow: 960, cell: (row) => <Figure value={row.expected} format={metricFormat(row.metric, currency)} reason={row.why ?? undefined} /> },
    { key: 'target', title: heads.target, align: 'right', cell: (row) => <Figure value={row.target} format={metricFormat(row.metric, currency)} reason={words.noTarget} /> },
    { key: 'pace', title: heads.pace, width: 120, cell: (row) => <PaceCell row={row} format={metricFormat(row.metric, currency)} />, sort: (row) => row.ratio },
    {
      key: 'trend',
      title: heads.trend,
      hideBelow: 960,
      cell: (row) => <Sparkline values={row.sparkline} label={row.metric?.name ?? row.title} target={row.target ?? undefined} format={metricFormat(row.metric, currency)} />,
    },
    { key: 'chance', title: heads.chance, hideBelow: 960, cell: (row) => row.chanceWords ?? <NoData reason={words.noChance} /> },
    { key: 'owner', title: heads.owner, hideBelow: 960, cell: (row) => row.ownerName ?? <NoData reason={words.ownerless} />, sort: (row) => row.ownerName },
    { key: 'checkIn', title: heads.checkIn, hideBelow: 960, cell: (row) => (row.lastCheckIn ? <Day date={row.lastCheckIn} /> : <NoData reason={words.notYet} />), sort: (row) => row.lastCheckIn },
    {
      key: 'smart',
      title: heads.smart,
      cell: (row) => <SmartMarks marks={row.smart.map((letter) => ({ letter: letter.letter as 'S', verdict: letter.mark, reason: letter.reason }))} />,
      sort: (row) => row.smart.filter((letter) => letter.mark === 'pass').length,
    },
  ];
  return (
    <DataTable
      label={words.title}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      rowName={(row) => row.title}
      onOpen={(row) => onOpen(row.id)}
      openKey={open}
      filters={filters}
      searchText={(row) => `${row.title} ${row.metric?.name ?? ''} ${row.ownerName ?? ''}`}
    />
  );
}

function GoalCell({ row }: { row: GoalRow }) {
  return (
    <>
      <span>{row.title}</span>
      <Group gap={6} component="span">
        {row.goodThought.length > 0 ? (
          <Text size="xs" c="dimmed" component="span">
            {words.goodThought(row.goodThought.join(', '))}
          </Text>
        ) : (
          row.actions === 0 && (
            <Text size="xs" c="dimmed" component="span">
              {words.wish}
            </Text>
          )
        )}
      </Group>
    </>
  );
}

function PaceCell({ row, format }: { row: GoalRow; format: (value: number) => string }) {
  if (row.target === null) return <NoData reason={words.noTarget} />;
  return <PaceBar from={row.baseline ?? 0} now={row.now} expected={row.expected} target={row.target} format={format} tone={toneOf(row.status)} />;
}
