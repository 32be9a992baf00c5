import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function NewPlanPage() {
  return (
    <Page title={t.plans.newTitle} purpose={t.plans.newPurpose} help={t.plans.help}>
      <Empty title={t.plans.emptyTitle} text={t.plans.empty} />
    </Page>
  );
}
