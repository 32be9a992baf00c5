import { calendarTabs } from '../menu';
import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function PublishingPage() {
  return (
    <Page title={t.publishing.title} purpose={t.publishing.purpose} help={t.publishing.help} tabs={calendarTabs}>
      <Empty title={t.publishing.emptyTitle} text={t.publishing.empty} action={{ label: t.publishing.emptyAction, to: '/calendar' }} />
    </Page>
  );
}
