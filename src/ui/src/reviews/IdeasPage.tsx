import { answer, client, useRead } from '../api';
import { Loaded, Page, type PlanLine, WithPlan } from '../shared';
import { t } from '../texts';
import { IdeaBoard } from './IdeaBoard';
import { reviewTabs } from './review';

export default function IdeasPage() {
  return (
    <Page title={t.reviews.title} purpose={t.reviews.ideas.purpose} help={t.reviews.help} tabs={reviewTabs}>
      <WithPlan>{(plan) => <Ideas plan={plan} />}</WithPlan>
    </Page>
  );
}

function Ideas({ plan }: { plan: PlanLine }) {
  const read = useRead(['ideas', plan.id], () => answer(client.GET('/api/v1/plans/{plan}/ideas', { params: { path: { plan: plan.id } } })));
  return <Loaded read={read}>{(ideas) => <IdeaBoard plan={plan.id} ideas={ideas} />}</Loaded>;
}
