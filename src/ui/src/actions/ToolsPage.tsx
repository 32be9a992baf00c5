import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconCalendarDue, IconClock, IconPlus } from '@tabler/icons-react';
import { type Column, DataTable, Day, DetailPanel, Empty, formatMoney, ListWithDetail, LineForm, Loaded, NoData, Page, type PlanLine, StatusMark, useMay, useUrl, useVerb, WithPlan } from '../shared';
import { t } from '../texts';
import { actionTabs } from './tabs';
import { ToolForm } from './ToolForm';
import { type Inventory, type Tool, useToolCommands, useTools } from './useTools';

const words = t.tools;

export default function ToolsPage() {
  const mayChange = useMay('editPlan');
  const [, setUrl] = useUrl();
  const add = () => setUrl({ tool: 'new' }, true);
  useVerb(mayChange ? { id: 'tools.add', label: words.add, run: add, keywords: ['software', 'cost', 'renewal'] } : null);
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      help={words.help}
      tabs={actionTabs}
      action={
        mayChange && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {words.add}
          </Button>
        )
      }
    >
      <WithPlan>{(plan) => <PlanTools plan={plan} mayChange={mayChange && plan.status !== 'closed'} />}</WithPlan>
    </Page>
  );
}

function PlanTools({ plan, mayChange }: { plan: PlanLine; mayChange: boolean }) {
  const [url, setUrl] = useUrl();
  const read = useTools(plan.id);
  const { renew } = useToolCommands(plan.id);
  const close = () => setUrl({ tool: undefined });
  const tools = read.data?.tools ?? [];
  const opened = tools.find((tool) => tool.id === url.tool);
  const isNew = mayChange && url.tool === 'new';
  const columns: Column<Tool>[] = [
    ...fixed,
    {
      key: 'verbs',
      title: t.renewal.renew,
      hideTitle: true,
      hideInCard: (tool) => !isDue(tool) || !mayChange,
      cell: (tool) =>
        mayChange &&
        isDue(tool) &&
        tool.sheet.every !== 'once' && (
          <Button size="compact-sm" variant="default" aria-label={t.renewal.renewOne(tool.sheet.name)} loading={renew.isPending && renew.variables?.id === tool.id} onClick={() => renew.mutate(tool)}>
            {t.renewal.renew}
          </Button>
        ),
    },
  ];
  return (
    <ListWithDetail
      detail={
        (opened || isNew) &&
        read.data && (
          <DetailPanel title={opened ? opened.sheet.name : words.add} onClose={close}>
            <ToolForm key={opened ? `${opened.id} ${opened.version}` : 'new'} plan={plan.id} tool={opened} currency={read.data.currency} disabled={!mayChange} onClose={close} />
          </DetailPanel>
        )
      }
    >
      <Loaded read={read}>
        {(inventory) => (
          <Stack>
            {inventory.tools.length > 0 && <Costs inventory={inventory} />}
            <DataTable
              label={words.title}
              rows={inventory.tools}
              columns={columns}
              rowKey={(tool) => tool.id}
              rowName={(tool) => tool.sheet.name}
              onOpen={(tool) => setUrl({ tool: tool.id }, true)}
              openKey={opened?.id}
              empty={<Empty title={words.emptyTitle} text={words.empty} action={mayChange ? { label: words.add, onClick: () => setUrl({ tool: 'new' }, true) } : undefined} />}
            />
            {inventory.tools.length === 0 && <None plan={plan.id} inventory={inventory} mayChange={mayChange} />}
          </Stack>
        )}
      </Loaded>
    </ListWithDetail>
  );
}

const isDue = (tool: Tool) => tool.renewal === 'passed' || tool.renewal === 'soon';

function Renewal({ tool }: { tool: Tool }) {
  const { renewsOn } = tool.sheet;
  if (tool.renewal === 'over') return <Text size="sm">{words.renewals.over}</Text>;
  if (!renewsOn || tool.renewalDays === null) return <NoData reason={words.renewals.unknown} />;
  if (!isDue(tool)) return <Day date={renewsOn} />;
  return (
    <Stack gap={0}>
      <Day date={renewsOn} />
      <StatusMark tone={tool.renewal === 'passed' ? 'bad' : 'warn'} icon={tool.renewal === 'passed' ? IconClock : IconCalendarDue}>
        {t.renewal.inDays(tool.renewalDays)}
      </StatusMark>
    </Stack>
  );
}

const fixed: Column<Tool>[] = [
  {
    key: 'name',
    title: words.name,
    primary: true,
    sort: (tool) => tool.sheet.name,
    cell: (tool) => (
      <>
        {tool.sheet.name}
        <Text size="xs" c="dimmed" fw={400}>
          {tool.sheet.purpose}
        </Text>
      </>
    ),
  },
  { key: 'owner', title: words.owner, sort: (tool) => tool.ownerName, cell: (tool) => tool.ownerName ?? <NoData reason={words.missings.owner} />, hideBelow: 720 },
  {
    key: 'cost',
    title: words.cost,
    align: 'right',
    sort: (tool) => tool.perMonth?.amount,
    cell: (tool) => {
      const { cost, every } = tool.sheet;
      if (!cost) return <NoData reason={words.missings.cost} />;
      return (
        <span className="figures">
          {cost.amount === 0 ? words.free : formatMoney(cost)}
          {cost.amount > 0 && (
            <Text span size="xs" c="dimmed" display="block">
              {words.per[every ?? 'month']}
            </Text>
          )}
        </span>
      );
    },
  },
  { key: 'renewal', title: words.renewal, sort: (tool) => tool.sheet.renewsOn, cell: (tool) => <Renewal tool={tool} /> },
  { key: 'access', title: words.access, cell: (tool) => tool.sheet.access ?? <NoData reason={words.missings.access} />, hideBelow: 960, hideInCard: (tool) => !tool.sheet.access },
  { key: 'standing', title: words.standing, sort: (tool) => tool.standing, cell: (tool) => (tool.standing ? words.standings[tool.standing] : <NoData reason={words.noStanding} />), hideBelow: 960, hideInCard: (tool) => !tool.standing },
];

/** One sum for each currency; two are never added. */
function Costs({ inventory }: { inventory: Inventory }) {
  if (inventory.costs.length === 0) return null;
  return (
    <Text component="div">
      {words.sums}:{' '}
      {inventory.costs.map((sum, place) => (
        <span key={sum.perMonth.currency} className="figures">
          {place > 0 && '; '}
          <Text span fw={600}>
            {[sum.perMonth.amount > 0 || sum.once.amount === 0 ? words.monthly(formatMoney(sum.perMonth)) : '', sum.once.amount > 0 ? words.once(formatMoney(sum.once)) : ''].filter(Boolean).join(', ')}
          </Text>
        </span>
      ))}
    </Text>
  );
}

/** A plan without tools says so, and why. */
function None({ plan, inventory, mayChange }: { plan: string; inventory: Inventory; mayChange: boolean }) {
  const { sayNone, takeBack } = useToolCommands(plan);
  if (inventory.noTools) {
    return (
      <Paper p="md" component="section" aria-label={words.none}>
        <Group justify="space-between">
          <div>
            <Text fw={600}>{words.none}</Text>
            <Text>{inventory.noTools}</Text>
            {inventory.noToolsBy && (
              <Text size="xs" c="dimmed">
                {words.noneBy(inventory.noToolsBy)}
              </Text>
            )}
          </div>
          {mayChange && (
            <Button variant="default" size="compact-sm" loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
              {words.noneBack}
            </Button>
          )}
        </Group>
      </Paper>
    );
  }
  return mayChange ? (
    <Paper p="md" component="section" aria-label={words.none}>
      <Text fw={600} mb="xs">
        {words.none}
      </Text>
      <LineForm label={words.noneReason} verb={words.noneSave} maxLength={400} onSend={(reason) => sayNone.mutateAsync(reason)} />
    </Paper>
  ) : null;
}
