import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Figure, formatMoney, formatNumber, formatPercent, MoneySums, NoData } from '../shared';
import { t } from '../texts';
import { clockTime, type Returns } from './returns';

const words = t.returns.cards;

function Card({ label, children, below }: { label: string; children: ReactNode; below?: ReactNode }) {
  return (
    <Paper p="md">
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={600} component="div">
        {children}
      </Text>
      {below && (
        <Text size="xs" c="dimmed" component="div">
          {below}
        </Text>
      )}
    </Paper>
  );
}

/** What went in, in money and hours, and what came out; no return without what it is held against and how many cases it rests on. */
export function TotalCards({ view }: { view: Returns }) {
  const { total } = view;
  const withheld = view.labourWithheld ? words.withheld : undefined;
  const cost = total.cost && !withheld ? formatMoney(total.cost) : null;
  const roi = view.missing.length > 0 ? null : total.roi;
  const why = withheld ?? view.missing[0] ?? words.noRoi;
  const rests = cost ? words.rests(cost, formatNumber(total.conversions, 2)) : undefined;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
      <Card label={words.hours} below={total.labour ? words.labour(formatMoney(total.labour)) : withheld}>
        <span className="figures">{clockTime(total.minutes)}</span>
      </Card>
      <Card label={cost ? words.cost : words.paid} below={withheld ? undefined : cost ? words.paidOf(formatMoney(total.paid)) : words.costUnknown}>
        <span className="figures">{cost ?? formatMoney(total.paid)}</span>
      </Card>
      <Card label={words.value} below={words.from(formatNumber(total.conversions, 2), total.conversions)}>
        <MoneySums sums={[total.value, ...view.others]} />
      </Card>
      <Card label={words.roi} below={roi === null ? undefined : rests}>
        <Figure value={roi} format={(value) => formatPercent(value, 0)} reason={why} />
      </Card>
      <Card label={words.roiOnMargin} below={total.margin ? words.margin(formatMoney(total.margin)) : undefined}>
        <Figure value={view.missing.length > 0 ? null : total.roiOnMargin} format={(value) => formatPercent(value, 0)} reason={total.margin ? why : words.noMargin} />
      </Card>
      <Card label={words.perHour} below={total.marginPerHour ? words.marginPerHour(formatMoney(total.marginPerHour)) : undefined}>
        {total.valuePerHour ? <span className="figures">{formatMoney(total.valuePerHour)}</span> : <NoData reason={(total.minutes > 0 && total.missing[0]) || words.noHours} />}
      </Card>
      <Card label={words.roas} below={words.ads(formatMoney(total.advertising))}>
        <Figure value={total.roas} format={(value) => `${formatNumber(value, 2)} ×`} reason={(total.advertising.amount > 0 && total.missing[0]) || words.noAds} />
      </Card>
      <Card label={words.each} below={words.eachOf(formatNumber(total.leads, 2), formatNumber(total.newCustomers, 2))}>
        <span className="figures">
          {total.costPerLead ? formatMoney(total.costPerLead) : <NoData reason={words.noLeads} />} / {total.costPerCustomer ? formatMoney(total.costPerCustomer) : <NoData reason={withheld ?? words.noCustomers} />}
        </span>
      </Card>
    </SimpleGrid>
  );
}
