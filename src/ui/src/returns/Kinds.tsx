import { Title } from '@mantine/core';
import { formatMoney, formatPercent } from '../shared';
import { t } from '../texts';
import classes from './Kinds.module.css';
import type { Returns } from './returns';

const words = t.returns;

/** What the money went to, the largest first. */
export function Kinds({ view }: { view: Returns }) {
  const all = view.kinds.reduce((sum, kind) => sum + kind.amount.amount, 0);
  if (view.kinds.length === 0 || all <= 0) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        {words.kindsTitle}
      </Title>
      <table className={classes.list} aria-label={words.kindsTitle}>
        <thead className="hidden-text">
          <tr>
            <th scope="col">{words.costs.kind}</th>
            <th scope="col">{words.costs.spent}</th>
            <th scope="col">{words.share}</th>
          </tr>
        </thead>
        <tbody>
          {view.kinds.map(({ kind, amount }) => (
            <tr key={kind}>
              <th scope="row">
                {words.kinds[kind]}
                <span className={classes.bar} style={{ width: `${(amount.amount / all) * 100}%` }} aria-hidden />
              </th>
              <td className="figures">{formatMoney(amount)}</td>
              <td className="figures">{formatPercent(amount.amount / all, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
