import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconPlus } from '@tabler/icons-react';
import { answer, client, useCommand, useRead } from '../api';
import { type Column, DataTable, Day, DetailPanel, Empty, formatMoney, formatPercent, ListWithDetail, Loaded, Page, type PlanLine, ProblemAlert, StatusMark, TableSkeleton, useBrand, useMay, usePlan, useUrl, useVerb, WithPlan } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { MoneyField } from '../shared/forms/MoneyField';
import { t } from '../texts';
import classes from './Budgets.module.css';
import { afterMoney, returnsTabs, type Schemas } from './returns';
import { WorkSelect } from './WorkSelect';

const words = t.returns.budgets;
type Budget = Schemas['BudgetView'];
type Sheet = Schemas['BudgetSheet'];

export default function BudgetsPage() {
  const { plan } = usePlan();
  const may = useMay('editPlan') && plan !== null;
  const [, setUrl] = useUrl();
  const add = () => setUrl({ budget: 'new' }, true);
  useVerb(may ? { id: 'budgets.add', label: words.add, run: add, keywords: ['ceiling', 'money', 'limit'] } : null);
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
      <WithPlan skeleton={<TableSkeleton />}>{(plan) => <Budgets plan={plan} may={may && plan.status !== 'closed'} />}</WithPlan>
    </Page>
  );
}

const looks = { within: { tone: 'good', icon: IconCircleCheck }, plannedBeyond: { tone: 'warn', icon: IconAlertTriangle }, near: { tone: 'warn', icon: IconAlertTriangle }, reached: { tone: 'bad', icon: IconCircleX } } as const;

/** What is spent, committed and planned of the ceiling; the line at the end is the ceiling. */
function Fill({ budget }: { budget: Budget }) {
  const { use, sheet } = budget;
  const all = Math.max(sheet.ceiling.amount, use.spent.amount + use.committed.amount + use.planned.amount);
  const part = (amount: number) => `${(amount / all) * 100}%`;
  const label = words.fill(formatMoney(use.spent), formatMoney(use.committed), formatMoney(use.planned), formatMoney(sheet.ceiling));
  return (
    <span className={classes.fill} role="img" aria-label={label} title={label}>
      <span className={classes.part} data-kind="spent" style={{ width: part(use.spent.amount) }} />
      <span className={classes.part} data-kind="committed" style={{ width: part(use.committed.amount) }} />
      <span className={classes.part} data-kind="planned" style={{ width: part(use.planned.amount) }} />
      <span className={classes.ceiling} style={{ left: part(sheet.ceiling.amount) }} />
    </span>
  );
}

// Cut as in the sentence beside it: 99.6 % is not all of it.
const wholePercent = (share: number) => formatPercent(Math.floor(share * 100 + 1e-9) / 100, 0);

const columns: Column<Budget>[] = [
  {
    key: 'title',
    title: words.name,
    primary: true,
    cell: (row) => (
      <>
        {row.sheet.title}
        <Text size="xs" c="dimmed" fw={400}>
          {row.workTitle ?? t.returns.work.whole}
        </Text>
      </>
    ),
    sort: (row) => row.sheet.title,
  },
  { key: 'days', title: words.days, cell: (row) => (<span><Day date={row.sheet.from} /> – <Day date={row.sheet.until} /></span>), sort: (row) => row.sheet.from, hideBelow: 960 },
  { key: 'fill', title: words.used, width: '20%', cell: (row) => <Fill budget={row} />, sort: (row) => row.use.used },
  { key: 'used', title: words.spent, align: 'right', cell: (row) => <span className="figures">{wholePercent(row.use.used)}</span>, sort: (row) => row.use.used },
  { key: 'left', title: words.left, align: 'right', cell: (row) => <span className="figures" style={{ whiteSpace: 'nowrap' }}>{formatMoney(row.use.left)}</span>, sort: (row) => row.use.left.amount, hideBelow: 720 },
  { key: 'level', title: words.stands, long: true, width: '32%', cell: (row) => (
      <>
        <StatusMark tone={looks[row.use.level].tone} icon={looks[row.use.level].icon}>
          {words.levels[row.use.level]}
        </StatusMark>
        <Text size="xs">{row.use.sentence}</Text>
        {row.missing.map((each) => (
          <Text key={each} size="xs" c="dimmed">
            {each}
          </Text>
        ))}
      </>
    ), sort: (row) => row.use.level },
];

function Budgets({ plan, may }: { plan: PlanLine; may: boolean }) {
  const [url, setUrl] = useUrl();
  const read = useRead(['returns', plan.id, 'budgets'], () => answer(client.GET('/api/v1/plans/{plan}/budgets', { params: { path: { plan: plan.id } } })));
  const opened = read.data?.find((budget) => budget.id === url.budget);
  const close = () => setUrl({ budget: undefined });
  return (
    <ListWithDetail
      detail={
        read.data &&
        (opened || (may && url.budget === 'new')) && (
          <DetailPanel title={opened ? opened.sheet.title : words.add} onClose={close}>
            {opened?.missing.map((each) => (
              <Text key={each} mb="sm">
                {each}
              </Text>
            ))}
            <BudgetForm key={opened ? `${opened.id} ${opened.version}` : 'new'} plan={plan} budget={opened} disabled={!may} onClose={close} />
          </DetailPanel>
        )
      }
    >
      <Loaded read={read} skeleton={<TableSkeleton />}>
        {(budgets) => (
          <DataTable
            label={words.title}
            rows={budgets}
            columns={columns}
            rowKey={(row) => row.id}
            rowName={(row) => row.sheet.title}
            onOpen={(row) => setUrl({ budget: row.id }, true)}
            openKey={opened?.id}
            empty={<Empty title={words.emptyTitle} text={words.empty} action={may ? { label: words.add, onClick: () => setUrl({ budget: 'new' }, true) } : undefined} />}
          />
        )}
      </Loaded>
    </ListWithDetail>
  );
}

function BudgetForm({ plan, budget, disabled, onClose }: { plan: PlanLine; budget?: Budget; disabled: boolean; onClose: () => void }) {
  const brand = useBrand();
  const sheet = budget?.sheet;
  const year = new Date().getFullYear();
  const form = useForm({
    initialValues: { title: sheet?.title ?? '', amount: (sheet?.ceiling.amount ?? '') as number | '', currency: sheet?.ceiling.currency ?? brand.currency, from: sheet?.from ?? plan.start ?? `${year}-01-01`, until: sheet?.until ?? plan.end ?? `${year}-12-31`, work: sheet?.work ?? '' },
    validate: { title: (value) => (value.trim() === '' ? words.nameMissing : null), amount: (value) => (value === '' ? words.amountMissing : null) },
  });
  const at = (id: string) => ({ params: { path: { budget: id } } });
  const add = (body: Sheet) => answer(client.POST('/api/v1/plans/{plan}/budgets', { params: { path: { plan: plan.id } }, body: { sheet: body } }));
  const save = useCommand((body: Sheet) => (budget ? answer(client.PUT('/api/v1/budgets/{budget}', { ...at(budget.id), body: { sheet: body, ifVersion: budget.version } })) : add(body)), {
    form,
    invalidate: afterMoney(plan.id),
    done: (body) => words.saved(body.title),
    onDone: onClose,
  });
  const remove = useCommand((gone: Budget) => answer(client.DELETE('/api/v1/budgets/{budget}', at(gone.id))), { invalidate: afterMoney(plan.id), done: (gone) => words.removed(gone.sheet.title), undo: (gone) => add(gone.sheet), onDone: onClose });
  return (
    <form noValidate onSubmit={form.onSubmit(({ title, amount, currency, from, until, work }) => save.mutate({ title, ceiling: { amount: Number(amount), currency }, from, until, work: work || null }))}>
      <Stack gap="sm">
        <TextInput label={words.name} withAsterisk maxLength={120} disabled={disabled} data-autofocus {...form.getInputProps('title')} />
        <WorkSelect plan={plan.id} label={words.work} description={words.workHint} value={form.values.work ?? ''} onChange={(work) => form.setFieldValue('work', work)} disabled={disabled} parts />
        <MoneyField label={words.ceiling} description={words.ceilingHint} amount={form.values.amount} currency={form.values.currency} onAmount={(value) => form.setFieldValue('amount', value)} onCurrency={(value) => form.setFieldValue('currency', value)} error={form.errors.amount ?? form.errors.ceiling} disabled={disabled} />
        <Group grow align="flex-start">
          <DateField label={words.from} disabled={disabled} {...form.getInputProps('from')} />
          <DateField label={words.until} disabled={disabled} {...form.getInputProps('until')} />
        </Group>
        <ProblemAlert problem={save.problem} form={form} />
        {!disabled && (
          <Group justify="space-between">
            <Button type="submit" loading={save.isPending}>
              {budget ? words.save : words.add}
            </Button>
            {budget && (
              <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate(budget)}>
                {words.remove}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </form>
  );
}
