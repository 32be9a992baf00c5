import { settingsTabs } from '../menu';
import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function MembersPage() {
  const words = t.settings.members;
  return (
    <Page title={t.settings.title} purpose={words.purpose} help={t.settings.help} tabs={settingsTabs}>
      <Empty title={words.emptyTitle} text={words.empty} />
    </Page>
  );
}
