import { trackingTabs } from '../menu';
import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function LinksPage() {
  return (
    <Page title={t.tracking.links.title} purpose={t.tracking.links.purpose} help={t.tracking.help} tabs={trackingTabs}>
      <Empty title={t.tracking.links.emptyTitle} text={t.tracking.links.empty} />
    </Page>
  );
}
