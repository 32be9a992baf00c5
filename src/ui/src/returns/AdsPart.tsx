import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { base64, type Column, DataTable, Figure, formatMoney, formatNumber, formatPercent, locale, ProblemAlert, useMay } from '../shared';
import { type DecimalSign, DecimalSelect } from '../shared/forms/DecimalSelect';
import { t } from '../texts';
import { FileHead, NotTaken, TakeLine } from './FileParts';
import { ImportsList } from './ImportsList';
import { afterMoney, type Schemas } from './returns';

type Sum = Schemas['AdSum'];
interface File {
  name: string;
  content: string;
  /** The decimal sign that was chosen; found by itself unless. */
  decimal?: DecimalSign;
}
const words = t.returns.ads;
const whole = (value: number) => formatNumber(value, 0);

const columns: Column<Sum>[] = [
  { key: 'campaign', title: words.campaign, primary: true, cell: (row) => row.campaign ?? words.none, sort: (row) => row.campaign },
  { key: 'spent', title: words.spent, align: 'right', cell: (row) => <span className="figures">{formatMoney(row.spent)}</span>, sort: (row) => row.spent.amount },
  { key: 'impressions', title: words.impressions, align: 'right', cell: (row) => whole(row.impressions), sort: (row) => row.impressions, hideBelow: 720 },
  { key: 'clicks', title: words.clicks, align: 'right', cell: (row) => whole(row.clicks), sort: (row) => row.clicks },
  { key: 'rate', title: words.rate, align: 'right', cell: (row) => <Figure value={row.clickRate} format={(value) => formatPercent(value, 2)} n={row.impressions} reason={words.noImpressions} />, sort: (row) => row.clickRate, hideBelow: 960 },
  {
    key: 'results',
    title: words.results,
    long: true,
    cell: (row) => row.results.map((result) => words.result(whole(result.count), result.kind, result.costOfEach ? formatMoney(result.costOfEach) : null)).join('; ') || words.noResults,
  },
];

/** What ads cost and brought, from exports of their networks: looked at first, then taken. */
export function AdsPart({ plan, currency }: { plan: string; currency: string }) {
  const may = useMay('editNumbers');
  const [file, setFile] = useState<File>();
  const read = useRead(['returns', plan, 'ads'], () => answer(client.GET('/api/v1/plans/{plan}/ads', { params: { path: { plan } } })));
  const send = ({ content, name, decimal }: File, dryRun: boolean) =>
    answer(client.POST('/api/v1/plans/{plan}/ads/import', { params: { path: { plan } }, body: { content, currency, locale: locale(), fileName: name, decimal, dryRun } }));
  const look = useCommand((next: File) => send(next, true), { quiet: true });
  const take = useCommand((next: File) => send(next, false), { invalidate: afterMoney(plan), quiet: true, done: (_, made) => words.taken(made.added + made.changed), onDone: () => setFile(undefined) });
  const lookAt = (next: File) => {
    take.reset();
    setFile(next);
    look.mutate(next);
  };
  const choose = (chosen: globalThis.File) => {
    void base64(chosen).then((content) => lookAt({ name: chosen.name, content }));
  };
  const rows = read.data?.campaigns ?? [];
  if (!may && rows.length === 0) return null;
  const asks = look.problem?.code.startsWith('decimal');
  const seen = file && !look.problem ? look.data : undefined;
  return (
    <section>
      <FileHead title={words.title} text={words.text(currency)} choose={words.choose} onFile={may ? choose : undefined} busy={look.isPending} />
      <Stack>
        <ProblemAlert problem={file && !asks ? (look.problem ?? take.problem) : null} ofFile />
        {file && (asks || file.decimal || seen?.decimal) && <DecimalSelect why={asks ? look.problem?.message : undefined} value={file.decimal ?? seen?.decimal ?? null} onChange={(sign) => lookAt({ ...file, decimal: sign ?? undefined })} />}
        {seen && (
          <Stack gap="sm" role="status">
            <TakeLine
              name={file?.name ?? ''}
              found={words.look(seen.added, seen.changed, seen.unchanged, seen.notTaken.length)}
              take={words.take}
              busy={take.isPending}
              nothing={seen.added + seen.changed === 0}
              onTake={() => file && take.mutate(file)}
              onLeave={() => setFile(undefined)}
            />
            {seen.rounded > 0 && <Text size="sm">{words.rounded(seen.rounded)}</Text>}
            <DataTable name="ads-look" label={words.found} rows={seen.sums} columns={columns} rowKey={(row) => `${row.campaign} ${row.spent.currency}`} rowName={(row) => row.campaign ?? words.none} />
            <NotTaken name="ads-left" rows={seen.notTaken} />
          </Stack>
        )}
        {!seen && rows.length > 0 && <DataTable name="ads" label={words.title} rows={rows} columns={columns} rowKey={(row) => `${row.campaign} ${row.spent.currency}`} rowName={(row) => row.campaign ?? words.none} />}
        <ImportsList plan={plan} kind="ads" />
      </Stack>
    </section>
  );
}
