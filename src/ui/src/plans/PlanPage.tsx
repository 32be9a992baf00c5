import { SimpleGrid, Stack } from '@mantine/core';
import { Comments } from '../shared';
import { t } from '../texts';
import { ChangesCard } from './ChangesCard';
import { DatesCard } from './DatesCard';
import { GatesCard } from './GatesCard';
import { GuideLine } from './guide/GuideLine';
import { NoticesCard } from './NoticesCard';
import { PlanActions } from './PlanActions';
import { PlanFrame } from './PlanFrame';
import { ScheduleCard } from './ScheduleCard';
import { SituationCard } from './SituationCard';
import { TraceCard } from './TraceCard';
import { WordsCard } from './WordsCard';

export default function PlanPage() {
  return (
    <PlanFrame purpose={t.plans.purpose} action={(plan) => <PlanActions plan={plan} />}>
      {(plan) => (
        <Stack gap="lg">
          {plan.status === 'outline' && <GuideLine plan={plan.id} />}
          {plan.status === 'outline' && <GatesCard plan={plan} />}
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
            <Stack gap="lg">
              <WordsCard plan={plan} />
              <SituationCard plan={plan} />
            </Stack>
            <Stack gap="lg">
              <ScheduleCard plan={plan} />
              <DatesCard key={`${plan.start} ${plan.end}`} plan={plan} />
              <TraceCard plan={plan.id} />
              <NoticesCard plan={plan} />
            </Stack>
          </SimpleGrid>
          <ChangesCard plan={plan} />
          <Comments node={plan.id} />
        </Stack>
      )}
    </PlanFrame>
  );
}
