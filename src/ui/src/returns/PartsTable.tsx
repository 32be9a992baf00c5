import { type Column, DataTable, Empty, Figure, formatMoney, formatNumber, formatPercent, NoData } from '../shared';
import { t } from '../texts';
import classes from './PartsTable.module.css';
import { clockTime, type Sum } from './returns';

const words = t.returns;
const nameOf = (sum: Sum) => sum.title ?? (sum.id ? words.gone : words.unassigned);

/** What went in and what came out, drawn to one measure; money beside hours, since an hour without a rate costs nothing here. */
function Drawn({ sum, most, mostMinutes }: { sum: Sum; most: number; mostMinutes: number }) {
  const cost = (sum.cost ?? sum.paid).amount;
  const bar = (kind: string, share: number, label: string) => (
    <span className={classes.line}>
      <span className={classes.track}>
        <span className={classes.bar} data-kind={kind} style={{ width: `${Math.max(share > 0 ? 1 : 0, share * 100)}%` }} />
      </span>
      <span className={`${classes.label} figures`}>{label}</span>
    </span>
  );
  return (
    <span className={classes.drawn}>
      {bar('cost', most > 0 ? cost / most : 0, sum.cost ? words.drawn.cost(formatMoney(sum.cost)) : words.drawn.known(formatMoney(sum.paid)))}
      {bar('hours', mostMinutes > 0 ? sum.minutes / mostMinutes : 0, words.drawn.hours(clockTime(sum.minutes)))}
      {bar('value', most > 0 ? sum.value.amount / most : 0, words.drawn.value(formatMoney(sum.value)))}
    </span>
  );
}

/** Costs and returns told apart by one thing; together the rows are the total. */
export function PartsTable({ name, label, rows, withheld }: { name: string; label: string; rows: Sum[]; withheld: boolean }) {
  const most = Math.max(0, ...rows.flatMap((sum) => [(sum.cost ?? sum.paid).amount, sum.value.amount]));
  const mostMinutes = Math.max(0, ...rows.map((sum) => sum.minutes));
  const columns: Column<Sum>[] = [
    { key: 'name', title: label, primary: true, cell: nameOf, sort: nameOf },
    { key: 'drawn', title: words.drawn.title, width: '42%', long: true, cell: (sum) => <Drawn sum={sum} most={most} mostMinutes={mostMinutes} />, sort: (sum) => sum.value.amount },
    { key: 'n', title: words.columns.n, align: 'right', cell: (sum) => formatNumber(sum.conversions, 2), sort: (sum) => sum.conversions, hideBelow: 720 },
    { key: 'roi', title: words.columns.roi, align: 'right', cell: (sum) => <Figure value={sum.roi} format={(value) => formatPercent(value, 0)} n={sum.conversions} reason={withheld ? words.cards.withheld : (sum.missing[0] ?? words.noRoiOf)} />, sort: (sum) => sum.roi },
    { key: 'hour', title: words.columns.perHour, align: 'right', cell: (sum) => (sum.valuePerHour ? <span className="figures">{formatMoney(sum.valuePerHour)}</span> : <NoData reason={(sum.minutes > 0 && sum.missing[0]) || words.cards.noHours} />), sort: (sum) => sum.valuePerHour?.amount, hideBelow: 720 },
    { key: 'roas', title: words.columns.roas, align: 'right', cell: (sum) => <Figure value={sum.roas} format={(value) => formatNumber(value, 2)} reason={(sum.advertising.amount > 0 && sum.missing[0]) || words.cards.noAds} />, sort: (sum) => sum.roas, hideBelow: 960, hideInCard: (sum) => sum.roas === null },
  ];
  return <DataTable name={`by-${name}`} label={label} rows={rows} columns={columns} rowKey={(sum) => sum.id ?? 'none'} rowName={nameOf} empty={<Empty second title={words.partsEmpty} text={words.partsEmptyText} />} />;
}
