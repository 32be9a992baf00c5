import { Anchor, Stack, Text, Title } from '@mantine/core';
import { calendarTabs } from '../../tabs';
import { Page, useBrand, useMay } from '../../shared';
import { t } from '../../texts';
import { Feeds } from './Feeds';
import { ImportPosts } from './ImportPosts';
import { PastImports } from './PastImports';

const words = t.scheduling.files;

/** Posts in from a spreadsheet, out as one, and read by calendar programs. */
export default function FilesPage() {
  const brand = useBrand();
  const mayWrite = useMay('writePosts');
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={calendarTabs}>
      <Stack gap="xl">
        {mayWrite && (
          <section aria-labelledby="import">
            <Title order={2} id="import" mb="xs">
              {words.importTitle}
            </Title>
            <ImportPosts />
            <PastImports />
          </section>
        )}
        <section aria-labelledby="export">
          <Title order={2} id="export" mb="xs">
            {words.exportTitle}
          </Title>
          <Text size="sm" mb="xs">
            {words.exportText}
          </Text>
          <Anchor href={`/api/v1/posts/export?brand=${brand.id}`} download underline="always">
            {words.export}
          </Anchor>
        </section>
        <section aria-labelledby="feed">
          <Title order={2} id="feed" mb="xs">
            {words.feedTitle}
          </Title>
          <Feeds />
        </section>
      </Stack>
    </Page>
  );
}
