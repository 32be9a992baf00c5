import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function MeasuresPage() {
  return (
    <Page title={t.measures.title} purpose={t.measures.purpose} help={t.measures.help}>
      <Empty title={t.measures.emptyTitle} text={t.measures.empty} />
    </Page>
  );
}
