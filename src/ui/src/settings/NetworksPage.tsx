import { settingsTabs } from '../menu';
import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function NetworksPage() {
  const words = t.settings.networks;
  return (
    <Page title={t.settings.title} purpose={words.purpose} help={t.settings.help} tabs={settingsTabs}>
      <Empty title={words.emptyTitle} text={words.empty} />
    </Page>
  );
}
