import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Column, DataTable, Day, Figure, type Filter, NoData, PaceBar, SmartMarks, Sparkline, StatusBadge, useBrand } from '../shared';
import { t } from '../texts';
import { DraftBadge } from './DraftBadge';
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
  {
    key: 'function',
    label: t.foresight.function,
    options: Object.entries(t.foresight.functions).map(([value, label]) => ({ value, label })),
    test: (row, value) => row.function === value,
  },
  {
    key: 'draft',
    label: words.draft,
    options: [
      { value: 'yes', label: words.drafts },
      { value: 'no', label: words.noDrafts },
    ],
    test: (row, value) => row.isDraft === (value === 'yes'),
  },
  {
    key: 'horizon',
    label: words.detail.horizon,
    options: Object.entries(words.horizons).map(([value, label]) => ({ value, label })),
    test: (row, value) => row.horizon === value,
  },
];

/** One row a goal: where its number is, where it should be, how it stands. */
export function GoalTable({ rows, open, onOpen }: { rows: GoalRow[]; open?: string; onOpen: (goal: string) => void }) {
  const { currency } = useBrand();
  const columns: Column<GoalRow>[] = [
    { key: 'goal', title: heads.goal, primary: true, width: '26%', cell: (row) => <GoalCell row={row} />, sort: (row) => row.title },
    { key: 'status', title: heads.status, cell: (row) => <StatusCell row={row} />, sort: (row) => row.status },
    { key: 'now', title: heads.now, align: 'right', cell: (row) => <Figure value={row.now} format={metricFormat(row.metric, currency)} reason={row.why ?? undefined} />, sort: (row) => row.now },
    {
      key: 'expected',
      title: heads.expected,
      align: 'right',
      hideBelow: 720,
      hideInCard: (row) => row.expected === null,
      cell: (row) => <Figure value={row.expected} format={metricFormat(row.metric, currency)} reason={words.noTarget} />,
      sort: (row) => row.expected,
    },
    {
      key: 'target',
      title: heads.target,
      align: 'right',
      hideInCard: (row) => row.target === null,
      cell: (row) => <Figure value={row.target} format={metricFormat(row.metric, currency)} reason={words.noTarget} />,
    },
    { key: 'pace', title: heads.pace, width: 104, hideInCard: (row) => row.target === null, cell: (row) => <PaceCell row={row} format={metricFormat(row.metric, currency)} />, sort: (row) => row.ratio },
    {
      key: 'trend',
      title: heads.trend,
      hideBelow: 720,
      hideInCard: (row) => row.sparkline.length < 2,
      cell: (row) => <Sparkline values={row.sparkline} width={84} label={row.metric?.name ?? row.title} target={row.target ?? undefined} format={metricFormat(row.metric, currency)} />,
    },
    { key: 'owner', title: heads.owner, hideBelow: 720, hideInCard: (row) => !row.ownerName, cell: (row) => <OwnerCell row={row} />, sort: (row) => row.ownerName },
    {
      key: 'smart',
      title: heads.smart,
      hideBelow: 720,
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
      <span>
        {row.title}
        {row.isDraft && (
          <>
            {' '}
            <DraftBadge lacks={row.lacks} />
          </>
        )}
      </span>
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

function Small({ children }: { children: ReactNode }) {
  return (
    <Text size="xs" c="dimmed" component="div" style={{ whiteSpace: 'nowrap' }}>
      {children}
    </Text>
  );
}

/** How it stands, and how likely it is to be reached. */
function StatusCell({ row }: { row: GoalRow }) {
  return (
    <div>
      <StatusBadge status={row.status} />
      {row.chanceWords && <Small>{words.likely(row.chanceWords)}</Small>}
    </div>
  );
}

/** Who answers for it, and when that person last said something. */
function OwnerCell({ row }: { row: GoalRow }) {
  if (!row.ownerName) return <NoData reason={words.ownerless} />;
  return (
    <div>
      {row.ownerName}
      <Small>{row.lastCheckIn ? <>{words.checkedIn} <Day date={row.lastCheckIn} /></> : words.notYet}</Small>
    </div>
  );
}

function PaceCell({ row, format }: { row: GoalRow; format: (value: number) => string }) {
  if (row.target === null) return <NoData reason={words.noTarget} />;
  return <PaceBar from={row.baseline ?? 0} now={row.now} expected={row.expected} target={row.target} format={format} tone={toneOf(row.status)} />;
}
