import { answer, client, useRead } from '../api';
import { Loaded, Page, type PlanLine, WithPlan } from '../shared';
import { t } from '../texts';
import { DecisionBoard } from './DecisionBoard';
import { reviewTabs } from './review';

export default function DecisionsPage() {
  return (
    <Page title={t.reviews.title} purpose={t.reviews.decisions.purpose} help={t.reviews.help} tabs={reviewTabs}>
      <WithPlan>{(plan) => <Decisions plan={plan} />}</WithPlan>
    </Page>
  );
}

function Decisions({ plan }: { plan: PlanLine }) {
  const read = useRead(['decisions', plan.id], () => answer(client.GET('/api/v1/plans/{plan}/decisions', { params: { path: { plan: plan.id } } })));
  return <Loaded read={read}>{(decisions) => <DecisionBoard plan={plan.id} decisions={decisions} />}</Loaded>;
}
