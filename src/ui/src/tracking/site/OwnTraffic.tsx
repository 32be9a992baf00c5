import { Anchor, Button, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, type components, useCommand } from '../../api';
import { ProblemAlert, useBrand, useMay } from '../../shared';
import { t } from '../../texts';

const words = t.sites;

/** Who are the brand's own people: their visits are no success. */
export function OwnTraffic({ site }: { site: components['schemas']['SiteDetailView'] }) {
  const brand = useBrand();
  const may = useMay('administer');
  const form = useForm({ initialValues: { networks: site.networks.join('\n') } });
  const set = useCommand(
    ({ networks }: typeof form.values) =>
      answer(client.PUT('/api/v1/brands/{brand}/site/networks', { params: { path: { brand: brand.id } }, body: { networks: networks.split('\n').map((line) => line.trim()).filter((line) => line !== '') } })),
    { form, done: words.saved, invalidate: [['site', brand.id]] },
  );
  return (
    <section>
      <Title order={2} mb="sm">
        {words.ownTitle}
      </Title>
      <form noValidate onSubmit={form.onSubmit((values) => set.mutate(values))}>
        <Stack gap="sm" maw={560}>
          <Text>{words.ownText}</Text>
          <Textarea label={words.networks} description={words.networksHint} autosize minRows={2} readOnly={!may} {...form.getInputProps('networks')} />
          <ProblemAlert problem={set.problem} form={form} />
          {may && (
            <Button type="submit" variant="default" loading={set.isPending} style={{ alignSelf: 'flex-start' }}>
              {words.save}
            </Button>
          )}
          <Text style={{ overflowWrap: 'anywhere' }}>
            {words.ownBrowser}{' '}
            <Anchor href={site.ownBrowser} target="_blank" rel="noreferrer" underline="always">
              {site.ownBrowser}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </section>
  );
}
