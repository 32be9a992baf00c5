import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function NewPostPage() {
  return (
    <Page title={t.calendar.newTitle} purpose={t.calendar.newPurpose} help={t.calendar.help}>
      <Empty title={t.calendar.newEmptyTitle} text={t.calendar.newEmpty} action={{ label: t.calendar.newEmptyAction, to: '/channels' }} />
    </Page>
  );
}
