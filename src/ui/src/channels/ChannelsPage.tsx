import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function ChannelsPage() {
  return (
    <Page title={t.channels.title} purpose={t.channels.purpose} help={t.channels.help}>
      <Empty title={t.channels.emptyTitle} text={t.channels.empty} />
    </Page>
  );
}
