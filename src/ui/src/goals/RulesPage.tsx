import { Stack } from '@mantine/core';
import { Page, WithPlan } from '../shared';
import { t } from '../texts';
import { AdvertisingCard } from './AdvertisingCard';
import { Conflicts } from './Conflicts';
import { goalTabs } from './goal';
import { KpiDiet } from './KpiDiet';
import { LimitsForm } from './LimitsForm';

export default function RulesPage() {
  return (
    <Page title={t.goals.title} purpose={t.foresight.rules.purpose} help={t.goals.help} tabs={goalTabs}>
      <WithPlan>
        {(plan) => (
          <Stack gap="xl">
            <KpiDiet plan={plan.id} open={plan.status !== 'closed'} />
            <Conflicts plan={plan.id} open={plan.status !== 'closed'} />
            <AdvertisingCard plan={plan.id} open={plan.status !== 'closed'} />
            <LimitsForm plan={plan.id} open={plan.status !== 'closed'} />
          </Stack>
        )}
      </WithPlan>
    </Page>
  );
}
