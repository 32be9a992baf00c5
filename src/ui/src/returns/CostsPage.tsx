import { Button, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { answer, client, useRead } from '../api';
import { type Column, DataTable, Day, DetailPanel, Empty, formatMoney, ListWithDetail, Loaded, Page, TableSkeleton, useMay, usePlan, useUrl, useVerb, WithPlan } from '../shared';
import { t } from '../texts';
import { AdsPart } from './AdsPart';
import { CostForm } from './CostForm';
import { ExchangeRates } from './ExchangeRates';
import { Margins } from './Margins';
import { returnsTabs, type Schemas } from './returns';

const words = t.returns.costs;
type Entry = Schemas['CostEntryView'];
type Kind = Schemas['CostSum'];

export default function CostsPage() {
  const { plan } = usePlan();
  const may = useMay('editPlan') && plan !== null;
  const [, setUrl] = useUrl();
  const add = () => setUrl({ cost: 'new' }, true);
  useVerb(may ? { id: 'costs.add', label: words.add, run: add, keywords: ['money', 'agency', 'production', 'spend'] } : null);
  return (
    <Page
      title={t.returns.title}
      purpose={words.purpose}
      help={words.help}
      tabs={returnsTabs}
      action={
        may && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {words.add}
          </Button>
        )
      }
    >
      <WithPlan skeleton={<TableSkeleton />}>{(plan) => <Costs plan={plan.id} may={may} />}</WithPlan>
    </Page>
  );
}

const kindColumns: Column<Kind>[] = [
  { key: 'kind', title: words.kind, primary: true, cell: (row) => t.returns.kinds[row.kind], sort: (row) => t.returns.kinds[row.kind] },
  { key: 'spent', title: words.spent, align: 'right', cell: (row) => formatMoney(row.spent), sort: (row) => row.spent.amount },
  { key: 'committed', title: words.committed, align: 'right', cell: (row) => formatMoney(row.committed), sort: (row) => row.committed.amount },
  { key: 'planned', title: words.planned, align: 'right', cell: (row) => formatMoney(row.planned), sort: (row) => row.planned.amount },
];

const entryColumns: Column<Entry>[] = [
  { key: 'title', title: words.name, primary: true, cell: (row) => row.sheet.title, sort: (row) => row.sheet.title },
  { key: 'kind', title: words.kind, cell: (row) => t.returns.kinds[row.sheet.kind], sort: (row) => t.returns.kinds[row.sheet.kind] },
  { key: 'work', title: words.work, cell: (row) => row.workTitle ?? t.returns.work.whole, sort: (row) => row.workTitle, hideBelow: 720 },
  {
    key: 'amount',
    title: words.amount,
    align: 'right',
    cell: (row) => (
      <span className="figures">
        {formatMoney(row.sheet.amount)}
        {row.sheet.repeat !== 'once' && (
          <Text span size="xs" c="dimmed" display="block">
            {words.per[row.sheet.repeat ?? 'once']}
          </Text>
        )}
      </span>
    ),
    sort: (row) => row.sheet.amount.amount,
  },
  { key: 'from', title: words.from, cell: (row) => <Day date={row.sheet.from} />, sort: (row) => row.sheet.from, hideBelow: 720 },
  { key: 'state', title: words.state, cell: (row) => words.states[row.sheet.state ?? 'spent'], sort: (row) => row.sheet.state },
];

function Costs({ plan, may }: { plan: string; may: boolean }) {
  const [url, setUrl] = useUrl();
  const read = useRead(['returns', plan, 'costs'], () => answer(client.GET('/api/v1/plans/{plan}/costs', { params: { path: { plan } } })));
  const opened = read.data?.entries.find((entry) => entry.id === url.cost);
  const close = () => setUrl({ cost: undefined });
  return (
    <ListWithDetail
      detail={
        read.data &&
        (opened || (may && url.cost === 'new')) && (
          <DetailPanel title={opened ? opened.sheet.title : words.add} onClose={close}>
            <CostForm key={opened ? `${opened.id} ${opened.version}` : 'new'} plan={plan} entry={opened} currency={read.data.currency} today={read.data.today} disabled={!may} onClose={close} />
          </DetailPanel>
        )
      }
    >
      <Loaded read={read} skeleton={<TableSkeleton />}>
        {(costs) => (
          <Stack gap="xl">
            {costs.kinds.length > 0 && (
              <section>
                <Title order={2} mb="sm">
                  {words.byKind}
                </Title>
                <DataTable name="kinds" label={words.byKind} rows={costs.kinds} columns={kindColumns} rowKey={(row) => row.kind} rowName={(row) => t.returns.kinds[row.kind]} />
                <Text size="xs" c="dimmed" mt="xs">
                  {words.byKindHint}
                </Text>
                {costs.missing.map((each) => (
                  <Text key={each} mt="xs">
                    {each}
                  </Text>
                ))}
              </section>
            )}
            <section>
              <Title order={2} mb="sm">
                {words.entered}
              </Title>
              <DataTable
                name="costs"
                label={words.entered}
                rows={costs.entries}
                columns={entryColumns}
                rowKey={(row) => row.id}
                rowName={(row) => row.sheet.title}
                onOpen={(row) => setUrl({ cost: row.id }, true)}
                openKey={opened?.id}
                empty={<Empty title={words.emptyTitle} text={words.empty} action={may ? { label: words.add, onClick: () => setUrl({ cost: 'new' }, true) } : undefined} />}
              />
            </section>
            <AdsPart plan={plan} currency={costs.currency} />
            <Margins plan={plan} />
            <ExchangeRates currency={costs.currency} />
          </Stack>
        )}
      </Loaded>
    </ListWithDetail>
  );
}
