import { Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, Problem, useRead } from '../api';
import { type Column, DataTable, Day, Figure, formatNumber, formatSigned, Loaded, StatusMark, useBrand, useMay, networkName } from '../shared';
import { t } from '../texts';
import { Section } from './Section';
import { linesOf, numberOrNull, researchKeys, type Schemas, today } from './sheet';
import { SheetModal } from './SheetModal';

const words = t.research.audiences;
type Snapshot = Schemas['AudienceSnapshotView'];
const kinds = Object.entries(words.partKinds) as [Schemas['BreakdownKind'], string][];

/** "age: 25–34: 40" as a part; top fans and hours count, the others are shares. */
export function partsOf(text: unknown): Schemas['BreakdownPart'][] {
  return linesOf(text).map((line) => {
    const [kind = '', label = '', number = ''] = line.split(':').map((piece) => piece.trim());
    const found = kinds.find(([key, word]) => word.toLowerCase() === kind.toLowerCase() || key.toLowerCase() === kind.toLowerCase())?.[0];
    if (found === undefined) {
      const why = words.partKindUnknown(kind, kinds.map(([, word]) => word).join(', '));
      throw new Problem(422, 'word-unknown', why, { parts: [why] });
    }
    const value = numberOrNull(number.replace('%', ''));
    const counts = found === 'topFan' || found === 'activeHour' || found === 'city';
    return { kind: found, label: label || kind, percent: counts ? null : value, count: counts ? value : null };
  });
}

const columns: Column<Snapshot>[] = [
  { key: 'account', title: words.account, cell: (each) => each.accountName ?? t.research.none, sort: (each) => each.accountName, primary: true },
  { key: 'on', title: words.on, cell: (each) => <Day date={each.sheet.on} />, sort: (each) => each.sheet.on },
  { key: 'followers', title: words.followers, align: 'right', cell: (each) => <Figure value={each.sheet.followers} format={(value) => formatNumber(value, 0)} />, sort: (each) => each.sheet.followers },
  { key: 'growth', title: words.growth, align: 'right', cell: (each) => <Figure value={each.growthPercent} format={(value) => `${formatSigned(value)} %`} /> },
  { key: 'parts', title: words.parts, cell: (each) => (each.sheet.parts ?? []).slice(0, 6).map((part) => `${part.label} ${part.percent !== null && part.percent !== undefined ? `${formatNumber(part.percent)} %` : formatNumber(part.count ?? 0, 0)}`).join(', '), hideBelow: 960 },
  {
    key: 'notes',
    title: words.source,
    cell: (each) => (
      <>
        {each.sheet.source}
        {[...each.warnings, ...(each.suppressed > 0 ? [words.suppressed(each.suppressed)] : [])].map((warning) => (
          <div key={warning}>
            <StatusMark tone="warn" icon={IconAlertTriangle}>
              {warning}
            </StatusMark>
          </div>
        ))}
      </>
    ),
    hideBelow: 720,
  },
];

/** Who follows the accounts, snapshot by snapshot. */
export function Snapshots({ plan }: { plan: string }) {
  const brand = useBrand();
  const may = useMay('editNumbers');
  const [open, setOpen] = useState(false);
  const read = useRead(['research', plan, 'snapshots'], () => answer(client.GET('/api/v1/plans/{plan}/audience-snapshots', { params: { path: { plan } } })));
  const accounts = useRead(['accounts', brand.id, false], () => answer(client.GET('/api/v1/accounts', { params: { query: { brand: brand.id, archived: false } } })));
  return (
    <Section title={words.snapshots} action={may && (accounts.data?.accounts.length ?? 0) > 0 && <Button variant="default" onClick={() => setOpen(true)}>{words.takeSnapshot}</Button>}>
      <Loaded read={read}>{(rows) => <DataTable name="snapshots" label={words.snapshots} rows={rows} columns={columns} rowKey={(each) => each.id} rowName={(each) => `${each.accountName}, ${each.sheet.on}`} empty={<Text c="dimmed">{words.noSnapshots}</Text>} />}</Loaded>
      {open && (
        <SheetModal
          title={words.takeSnapshot}
          fields={[
            { key: 'account', kind: 'select', label: words.account, required: true, options: (accounts.data?.accounts ?? []).map((account) => ({ value: account.id, label: `${account.handle} (${networkName(account.network)})` })) },
            { key: 'on', kind: 'date', label: words.on, required: true },
            { key: 'source', kind: 'text', label: words.source, required: true },
            { key: 'followers', kind: 'number', label: words.followers },
            { key: 'parts', kind: 'lines', label: words.parts, hint: words.partsHint },
          ]}
          initial={{ account: accounts.data?.accounts[0]?.id ?? null, on: today(), source: '', followers: '', parts: '' }}
          invalidate={researchKeys(plan)}
          onClose={() => setOpen(false)}
          onSend={async (values) =>
            answer(
              client.POST('/api/v1/plans/{plan}/audience-snapshots', {
                params: { path: { plan } },
                body: { sheet: { account: (values.account as string) ?? '', on: values.on as string, source: values.source as string, followers: numberOrNull(values.followers), parts: partsOf(values.parts) } },
              }),
            )
          }
        />
      )}
    </Section>
  );
}
