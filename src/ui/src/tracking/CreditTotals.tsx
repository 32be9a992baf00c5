import { Anchor, Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Figure, formatMoney, formatNumber, formatPercent, useUrl } from '../shared';
import { t } from '../texts';
import type { Report } from './credit';

const words = t.credit;
const whole = (value: number) => formatNumber(value, 0);

function Card({ label, children, note }: { label: string; children: ReactNode; note?: ReactNode }) {
  return (
    <Paper p="md">
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={600} component="div">
        {children}
      </Text>
      {note && (
        <Text size="xs" c="dimmed" component="div">
          {note}
        </Text>
      )}
    </Paper>
  );
}

/** What came back, and how much of it belongs to nobody known. */
export function CreditTotals({ report }: { report: Report }) {
  const [, setUrl] = useUrl();
  return (
    <SimpleGrid type="container" cols={{ base: 1, '420px': 2, '860px': 4 }}>
      <Card label={words.total} note={`${words.visitors}: ${whole(report.visitors)}`}>
        <Figure value={report.conversions} format={whole} />
      </Card>
      <Card label={words.value} note={report.others.length > 0 ? words.others(report.others.flatMap((sum) => (sum ? [formatMoney(sum)] : [])).join(', ')) : undefined}>
        <span className="figures">{formatMoney(report.value)}</span>
      </Card>
      <Card
        label={words.unattributed}
        note={
          report.unattributed > 0 ? (
            <>
              <Anchor component="button" size="xs" underline="always" onClick={() => setUrl({ row: 'unattributed', and: undefined }, true)}>
                {words.unattributedOf(whole(report.unattributed), whole(report.conversions))}
              </Anchor>
              {`. ${words.unattributedWhy}`}
            </>
          ) : undefined
        }
      >
        <Figure value={report.unattributedShare?.value} format={formatPercent} n={report.conversions} />
      </Card>
      <Card label={words.several} note={words.severalWhy}>
        <Figure value={report.severalTouches} format={whole} />
      </Card>
    </SimpleGrid>
  );
}
