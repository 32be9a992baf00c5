import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function PlaybookPage() {
  return (
    <Page title={t.playbooks.title} purpose={t.playbooks.purpose} help={t.playbooks.help}>
      <Empty title={t.playbooks.emptyTitle} text={t.playbooks.empty} action={{ label: t.playbooks.emptyAction, to: '/plan' }} />
    </Page>
  );
}
