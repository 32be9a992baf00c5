import { Title } from '@mantine/core';
import type { components } from '../api';
import { type Column, DataTable, Figure, formatNumber, formatPercent } from '../shared';
import { t } from '../texts';

type GroupOfClicks = components['schemas']['GroupOfClicks'];
const words = t.tracking;
const whole = (value: number) => formatNumber(value, 0);
const nameOf = (row: GroupOfClicks) => words.groups[row.group] ?? row.group;

/** Clicks by channel group. */
export function ByGroup({ groups }: { groups: GroupOfClicks[] }) {
  const all = groups.reduce((sum, row) => sum + row.clicks, 0);
  const columns: Column<GroupOfClicks>[] = [
    { key: 'group', title: words.group, cell: nameOf, sort: nameOf },
    { key: 'clicks', title: t.funnel.clicks, align: 'right', cell: (row) => <Figure value={row.clicks} format={whole} />, sort: (row) => row.clicks },
    { key: 'share', title: words.share, align: 'right', cell: (row) => <Figure value={all > 0 ? row.clicks / all : null} format={formatPercent} n={all} />, sort: (row) => row.clicks },
    { key: 'visits', title: t.funnel.visits, align: 'right', cell: (row) => <Figure value={row.visits} format={whole} />, sort: (row) => row.visits },
  ];
  return (
    <section>
      <Title order={2} mb="sm">
        {words.byGroup}
      </Title>
      <DataTable name="groups" label={words.byGroup} rows={groups} columns={columns} rowKey={(row) => row.group} rowName={nameOf} firstSort="-clicks" />
    </section>
  );
}
