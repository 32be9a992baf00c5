import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function TodayPage() {
  return (
    <Page title={t.today.title} purpose={t.today.purpose} help={t.today.help}>
      <Empty title={t.today.emptyTitle} text={t.today.empty} action={{ label: t.today.emptyAction, to: '/plan' }} />
    </Page>
  );
}
