import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { components } from '../api';
import { Figure, formatNumber, formatPercent, MoneySums } from '../shared';
import { t } from '../texts';

const words = t.funnel;
const whole = (value: number) => formatNumber(value, 0);

function Card({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Paper p="md">
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={600} component="div">
        {children}
      </Text>
    </Paper>
  );
}

/** The whole funnel in five numbers. */
export function Totals({ total }: { total: components['schemas']['FunnelRow'] }) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }}>
      <Card label={words.clicks}>
        <Figure value={total.clicks} format={whole} />
      </Card>
      <Card label={words.visits}>
        <Figure value={total.visits} format={whole} />
      </Card>
      <Card label={words.conversions}>
        <Figure value={total.conversions} format={whole} />
      </Card>
      <Card label={words.rate}>
        <Figure value={total.rate?.value} format={formatPercent} n={total.clicks} reason={words.noClicks} />
      </Card>
      <Card label={words.revenue}>
        <MoneySums sums={total.revenue} />
      </Card>
    </SimpleGrid>
  );
}
