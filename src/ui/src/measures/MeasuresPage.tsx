import { Stack } from '@mantine/core';
import { DetailPanel, ListWithDetail, Page, useUrl, WithPlan } from '../shared';
import { t } from '../texts';
import { Briefing } from './Briefing';
import { Gauges } from './Gauges';
import { measuresTabs } from './measure';
import { PlanAgainstActual } from './PlanAgainstActual';
import { TargetHistory } from './TargetHistory';

const words = t.measures;

export default function MeasuresPage() {
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={measuresTabs}>
      <WithPlan>{(plan) => <Numbers plan={plan.id} />}</WithPlan>
    </Page>
  );
}

/** The briefing first, then plan against actual; a KPI opens beside them number by number. */
function Numbers({ plan }: { plan: string }) {
  const [url, setUrl] = useUrl();
  const close = () => setUrl({ target: undefined });
  return (
    <ListWithDetail
      detail={
        url.target ? (
          <DetailPanel title={words.actual.title} onClose={close}>
            <TargetHistory target={url.target} />
          </DetailPanel>
        ) : undefined
      }
    >
      <Stack gap="xl">
        <Briefing plan={plan} />
        <PlanAgainstActual plan={plan} open={url.target} onOpen={(target) => setUrl({ target }, true)} />
        <Gauges plan={plan} />
      </Stack>
    </ListWithDetail>
  );
}
