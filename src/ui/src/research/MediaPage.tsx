import { Button, Group, List, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { type Column, DataTable, Empty, Figure, formatMoney, formatNumber, formatPercent, Loaded, Page, useBrand, useMay, usePlan, WithPlan, formatMonth } from '../shared';
import { t } from '../texts';
import { MediaImport } from './MediaImport';
import { Section } from './Section';
import { numberOrNull, optionsOf, orNull, researchKeys, type Schemas, today } from './sheet';
import { SheetModal } from './SheetModal';
import { useResearchTabs } from './useTabs';

const words = t.research.media;
type Line = Schemas['MediaUsageView'];
type Opened = Line | 'new' | 'aim' | null;
type Sum = Schemas['MediumSum'];
const nameOf = (medium: string) => words.media[medium as keyof typeof words.media] ?? medium;

export default function MediaPage() {
  const may = useMay('editNumbers');
  const mayAim = useMay('editPlan');
  const { plan: chosen } = usePlan();
  const [open, setOpen] = useState<Opened>(null);
  return (
    <Page
      title={t.research.title}
      purpose={words.purpose}
      help={t.research.help}
      tabs={useResearchTabs()}
      action={
        chosen &&
        (may || mayAim) && (
          <Group gap="xs">
            {mayAim && (
              <Button variant="default" onClick={() => setOpen('aim')}>
                {words.aim}
              </Button>
            )}
            {may && (
              <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
                {words.add}
              </Button>
            )}
          </Group>
        )
      }
    >
      <WithPlan>{(plan) => <Media plan={plan.id} open={open} onOpen={setOpen} />}</WithPlan>
    </Page>
  );
}

function Media({ plan, open, onOpen: setOpen }: { plan: string; open: Opened; onOpen: (open: Opened) => void }) {
  const may = useMay('editNumbers');
  const read = useRead(['research', plan, 'media'], () => answer(client.GET('/api/v1/plans/{plan}/media-usage', { params: { path: { plan } } })));
  const remove = useCommand((entry: string) => answer(client.DELETE('/api/v1/media-usage/{entry}', { params: { path: { entry } } })), { invalidate: researchKeys(plan), done: t.research.removed });
  const add = may ? () => setOpen('new') : undefined;
  const close = () => setOpen(null);
  return (
    <Loaded read={read}>
      {(ledger) => {
        const money = (amount: number) => formatMoney({ amount, currency: ledger.currency });
        return (
          <>
            {ledger.entries.length === 0 ? (
              <Empty title={words.emptyTitle} text={words.empty} action={add && { label: words.add, onClick: add }} />
            ) : (
              <>
                {ledger.otherCurrencies.map(({ currency, lines }) => (
                  <Text key={currency} c="dimmed">
                    {words.other(lines, currency)}
                  </Text>
                ))}
                <Section title={words.sums}>
                  <DataTable name="sums" label={words.sums} rows={ledger.media} columns={sumColumns(money)} rowKey={(sum) => sum.medium} rowName={(sum) => nameOf(sum.medium)} />
                </Section>
                {ledger.targets.length > 0 && (
                  <Section title={words.moves}>
                    {ledger.moves.length === 0 ? (
                      <Text c="dimmed">{words.noMoves}</Text>
                    ) : (
                      <List>
                        {ledger.moves.map((move) => (
                          <List.Item key={`${move.from}-${move.to}`}>{words.move(money(move.amount), nameOf(move.from), nameOf(move.to))}</List.Item>
                        ))}
                      </List>
                    )}
                  </Section>
                )}
                <Section title={words.monthsTitle}>
                  <DataTable name="months" label={words.monthsTitle} rows={ledger.months} columns={monthColumns(money)} rowKey={(month) => month.month} rowName={(month) => formatMonth(month.month)} />
                </Section>
                <Section title={words.lines}>
                  <DataTable name="lines" label={words.lines} rows={ledger.entries} columns={lineColumns(may ? (line) => remove.mutate(line.id) : undefined)} rowKey={(line) => line.id} rowName={(line) => `${nameOf(line.sheet.medium)} ${formatMonth(line.sheet.month)}`} onOpen={may ? setOpen : undefined} />
                </Section>
              </>
            )}
            {may && <MediaImport plan={plan} currency={ledger.currency} />}
            {open === 'aim' && <AimForm plan={plan} targets={ledger.targets} onClose={close} />}
            {open && open !== 'aim' && <LineForm plan={plan} line={open === 'new' ? undefined : open} onClose={close} />}
          </>
        );
      }}
    </Loaded>
  );
}

const sumColumns = (money: (amount: number) => string): Column<Sum>[] => [
  { key: 'medium', title: words.medium, cell: (sum) => nameOf(sum.medium), sort: (sum) => nameOf(sum.medium), primary: true },
  { key: 'plannedMoney', title: words.plannedMoney, align: 'right', cell: (sum) => money(sum.plannedMoney), sort: (sum) => sum.plannedMoney, hideBelow: 720 },
  { key: 'spentMoney', title: words.spentMoney, align: 'right', cell: (sum) => money(sum.spentMoney), sort: (sum) => sum.spentMoney },
  { key: 'share', title: words.share, align: 'right', cell: (sum) => <Figure value={sum.moneyShare} format={formatPercent} />, sort: (sum) => sum.moneyShare },
  { key: 'target', title: words.target, align: 'right', cell: (sum) => <Figure value={sum.target} format={formatPercent} />, sort: (sum) => sum.target },
  { key: 'spentHours', title: words.spentHours, align: 'right', cell: (sum) => formatNumber(sum.spentHours), sort: (sum) => sum.spentHours },
  { key: 'hoursShare', title: words.hoursShare, align: 'right', cell: (sum) => <Figure value={sum.hoursShare} format={formatPercent} />, hideBelow: 960 },
];

const monthColumns = (money: (amount: number) => string): Column<Schemas['MonthShares']>[] => [
  { key: 'month', title: words.month, cell: (month) => formatMonth(month.month), sort: (month) => month.month, primary: true },
  { key: 'money', title: words.spentMoney, align: 'right', cell: (month) => money(month.spentMoney), sort: (month) => month.spentMoney },
  { key: 'hours', title: words.spentHours, align: 'right', cell: (month) => formatNumber(month.spentHours) },
  { key: 'shares', title: words.share, cell: (month) => Object.entries(month.shares).map(([medium, share]) => `${nameOf(medium)} ${formatPercent(share, 0)}`).join(', ') },
  { key: 'distance', title: words.distance, align: 'right', cell: (month) => <Figure value={month.distance} format={formatPercent} />, sort: (month) => month.distance },
];

const lineColumns = (remove?: (line: Line) => void): Column<Line>[] => [
  { key: 'medium', title: words.medium, cell: (line) => [nameOf(line.sheet.medium), line.sheet.name].filter(Boolean).join(': '), sort: (line) => nameOf(line.sheet.medium), primary: true },
  { key: 'month', title: words.month, cell: (line) => formatMonth(line.sheet.month), sort: (line) => line.sheet.month },
  { key: 'spent', title: words.spentMoney, align: 'right', cell: (line) => <Figure value={line.sheet.spentMoney} format={(amount) => formatMoney({ amount, currency: line.sheet.currency ?? 'EUR' })} /> },
  { key: 'hours', title: words.spentHours, align: 'right', cell: (line) => <Figure value={line.sheet.spentHours} /> },
  {
    key: 'verbs',
    title: t.research.remove,
    hideTitle: true,
    cell: (line) =>
      remove && (
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => remove(line)} aria-label={`${t.research.remove}: ${nameOf(line.sheet.medium)} ${formatMonth(line.sheet.month)}`}>
          {t.research.remove}
        </Button>
      ),
  },
];

function LineForm({ plan, line, onClose }: { plan: string; line?: Line; onClose: () => void }) {
  const brand = useBrand();
  const sheet = line?.sheet;
  return (
    <SheetModal
      title={line ? t.research.edit : words.add}
      fields={[
        { key: 'medium', kind: 'select', label: words.medium, options: optionsOf(words.media), required: true },
        { key: 'month', kind: 'date', label: words.month, hint: words.monthHint, required: true },
        { key: 'name', kind: 'text', label: words.name },
        { key: 'plannedMoney', kind: 'number', label: words.plannedMoney },
        { key: 'spentMoney', kind: 'number', label: words.spentMoney },
        { key: 'currency', kind: 'text', label: words.currency },
        { key: 'plannedHours', kind: 'number', label: words.plannedHours },
        { key: 'spentHours', kind: 'number', label: words.spentHours },
        { key: 'notes', kind: 'text', label: words.notes },
      ]}
      initial={{ medium: sheet?.medium ?? 'social', month: sheet?.month ?? today(), name: sheet?.name ?? '', plannedMoney: sheet?.plannedMoney ?? '', spentMoney: sheet?.spentMoney ?? '', currency: sheet?.currency ?? brand.currency, plannedHours: sheet?.plannedHours ?? '', spentHours: sheet?.spentHours ?? '', notes: sheet?.notes ?? '' }}
      invalidate={researchKeys(plan)}
      onClose={onClose}
      onSend={(values) => {
        const body = {
          sheet: {
            medium: values.medium as Schemas['Medium'],
            month: values.month as string,
            name: orNull(values.name as string),
            plannedMoney: numberOrNull(values.plannedMoney),
            spentMoney: numberOrNull(values.spentMoney),
            currency: orNull(values.currency as string),
            plannedHours: numberOrNull(values.plannedHours),
            spentHours: numberOrNull(values.spentHours),
            notes: orNull(values.notes as string),
          },
        };
        return line ? answer(client.PUT('/api/v1/media-usage/{entry}', { params: { path: { entry: line.id } }, body })) : answer(client.POST('/api/v1/plans/{plan}/media-usage', { params: { path: { plan } }, body }));
      }}
    />
  );
}

function AimForm({ plan, targets, onClose }: { plan: string; targets: Schemas['MediaShare'][]; onClose: () => void }) {
  const media = Object.keys(words.media) as Schemas['Medium'][];
  return (
    <Stack>
      <SheetModal
        title={words.aim}
        fields={media.map((medium, place) => ({ key: medium, kind: 'number' as const, label: nameOf(medium), hint: place === 0 ? words.aimText : undefined }))}
        initial={Object.fromEntries(media.map((medium) => [medium, targets.find((target) => target.medium === medium)?.share ?? '']))}
        invalidate={researchKeys(plan)}
        done={words.aimed}
        onClose={onClose}
        onSend={(values) =>
          answer(
            client.PUT('/api/v1/plans/{plan}/media-shares', {
              params: { path: { plan } },
              body: { shares: media.map((medium) => ({ medium, share: numberOrNull(values[medium]) ?? 0 })).filter(({ share }) => share > 0) },
            }),
          )
        }
      />
    </Stack>
  );
}
