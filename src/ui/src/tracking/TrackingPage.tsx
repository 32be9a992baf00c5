import { trackingTabs } from '../menu';
import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function TrackingPage() {
  return (
    <Page title={t.tracking.title} purpose={t.tracking.purpose} help={t.tracking.help} tabs={trackingTabs}>
      <Empty title={t.tracking.emptyTitle} text={t.tracking.empty} action={{ label: t.tracking.emptyAction, to: '/tracking/links' }} />
    </Page>
  );
}
