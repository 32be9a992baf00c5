import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function ActionsPage() {
  return (
    <Page title={t.actionItems.title} purpose={t.actionItems.purpose} help={t.actionItems.help}>
      <Empty title={t.actionItems.emptyTitle} text={t.actionItems.empty} />
    </Page>
  );
}
