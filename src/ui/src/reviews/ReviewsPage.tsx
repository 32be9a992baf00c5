import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function ReviewsPage() {
  return (
    <Page title={t.reviews.title} purpose={t.reviews.purpose} help={t.reviews.help}>
      <Empty title={t.reviews.emptyTitle} text={t.reviews.empty} action={{ label: t.reviews.emptyAction, to: '/plan' }} />
    </Page>
  );
}
