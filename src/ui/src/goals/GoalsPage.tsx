import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function GoalsPage() {
  return (
    <Page title={t.goals.title} purpose={t.goals.purpose} help={t.goals.help}>
      <Empty title={t.goals.emptyTitle} text={t.goals.empty} />
    </Page>
  );
}
