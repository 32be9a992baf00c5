import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function AuditPage() {
  return (
    <Page title={t.audits.title} purpose={t.audits.purpose} help={t.audits.help}>
      <Empty title={t.audits.emptyTitle} text={t.audits.empty} />
    </Page>
  );
}
