import { Anchor, Paper, SimpleGrid, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { components } from '../api';
import { Figure, formatNumber, formatPercent, MoneySums } from '../shared';
import { t } from '../texts';

const words = t.funnel;
const whole = (value: number) => formatNumber(value, 0);

/** One number; with `see`, its name leads to the events it is made of. */
function Card({ label, see, children }: { label: string; see?: Record<string, string>; children: ReactNode }) {
  return (
    <Paper p="md">
      <Text size="xs" c="dimmed">
        {see ? (
          <Anchor size="xs" underline="always" c="inherit" renderRoot={(props) => <Link to={'/tracking/events' as never} search={see as never} {...props} />}>
            {label}
          </Anchor>
        ) : (
          label
        )}
      </Text>
      <Text size="xl" fw={600} component="div">
        {children}
      </Text>
    </Paper>
  );
}

/** The whole funnel in five numbers. */
export function Totals({ total, from, until }: { total: components['schemas']['FunnelRow']; from: string; until: string }) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }}>
      <Card label={words.clicks} see={{ of: 'clicks', from, until }}>
        <Figure value={total.clicks} format={whole} />
      </Card>
      <Card label={words.visits} see={{ of: 'clicks', visits: 'yes', from, until }}>
        <Figure value={total.visits} format={whole} />
      </Card>
      <Card label={words.conversions} see={{ of: 'conversions', from, until }}>
        <Figure value={total.conversions} format={whole} />
      </Card>
      <Card label={words.rate}>
        <Figure value={total.rate?.value} format={formatPercent} n={total.clicks} reason={words.noClicks} />
        {total.rate && total.conversions > 0 && (
          <Text size="xs" c="dimmed" fw={400}>
            {words.joined(whole(total.rate.numerator ?? 0), whole(total.conversions))}
          </Text>
        )}
      </Card>
      <Card label={words.revenue}>
        <MoneySums sums={total.revenue} />
      </Card>
    </SimpleGrid>
  );
}
