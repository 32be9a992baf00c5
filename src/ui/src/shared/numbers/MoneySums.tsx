import { t } from '../../texts';
import { formatMoney, type Money } from './format';
import { NoData } from './NoData';

/** Sums of money, one per currency: two currencies never add. */
export function MoneySums({ sums, reason = t.funnel.noRevenue }: { sums: (Money | null)[]; reason?: string }) {
  const known = sums.filter((sum) => sum !== null);
  if (known.length === 0) return <NoData reason={reason} />;
  return (
    <span className="figures">
      {known.map((sum) => (
        <span key={sum.currency} style={{ display: 'block', whiteSpace: 'nowrap' }}>
          {formatMoney(sum)}
        </span>
      ))}
    </span>
  );
}
