import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Figure, formatNumber, formatPercent } from '../shared';
import { t } from '../texts';
import classes from './Shares.module.css';

interface Props {
  label: string;
  /** What the rows are, and what is counted. */
  heads: [string, string];
  /** With `see`, the name leads to the events the number is made of. */
  rows: { key: string; name: string; value: number; see?: Record<string, string> }[];
}

/** Parts of a whole, the largest first: name, number, share, and a bar that fills as much of the row as its share. */
export function Shares({ label, heads, rows }: Props) {
  const all = rows.reduce((sum, row) => sum + row.value, 0);
  const whole = (value: number) => formatNumber(value, 0);
  if (rows.length === 0) return null;
  return (
    <table className={classes.list} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col" className={classes.number}>
            {heads[1]}
          </th>
          <th scope="col" className={classes.number}>
            {t.tracking.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows
          .toSorted((a, b) => b.value - a.value)
          .map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.see ? (
                  <Anchor renderRoot={(props) => <Link to={'/tracking/events' as never} search={row.see as never} {...props} />}>{row.name}</Anchor>
                ) : (
                  row.name
                )}
                <span className={classes.bar} style={{ width: `${all > 0 ? (row.value / all) * 100 : 0}%` }} aria-hidden />
              </th>
              <td className={classes.number}>
                <Figure value={row.value} format={whole} />
              </td>
              <td className={classes.number}>
                <Figure value={all > 0 ? row.value / all : null} format={formatPercent} n={all} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
