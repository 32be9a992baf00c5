import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function PlanPage() {
  return (
    <Page title={t.plans.title} purpose={t.plans.purpose} help={t.plans.help}>
      <Empty title={t.plans.emptyTitle} text={t.plans.empty} action={{ label: t.plans.emptyAction, to: '/plan/new' }} />
    </Page>
  );
}
