import { ActionIcon, Button, Group, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { answer, client, type components, useCommand } from '../../api';
import { ProblemAlert, useBrand, useMay } from '../../shared';
import { t } from '../../texts';
import { media } from '../media';

const words = t.links.settings;
const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** Where ended links lead, the words of the brand's tags, and tags under a name. */
export function TagWords({ policy }: { policy: components['schemas']['LinkPolicyView'] }) {
  const brand = useBrand();
  const may = useMay('administer');
  const form = useForm({
    initialValues: {
      fallback: policy.fallback ?? '',
      sources: policy.sources.join('\n'),
      campaigns: policy.campaigns.join('\n'),
      templates: policy.templates.map((one) => ({ name: one.name, source: one.source, medium: one.medium, campaign: one.campaign ?? '', content: one.content ?? '' })),
    },
  });
  const save = useCommand(
    ({ fallback, sources, campaigns, templates }: typeof form.values) =>
      answer(
        client.PUT('/api/v1/brands/{brand}/link-policy', {
          params: { path: { brand: brand.id } },
          body: { fallback, sources: lines(sources), campaigns: lines(campaigns), templates: templates.map((one) => ({ ...one, campaign: one.campaign || undefined, content: one.content || undefined })) },
        }),
      ),
    { form, done: words.saved, invalidate: [['link-policy', brand.id]] },
  );
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="xl" maw={640}>
        <section>
          <Title order={2} mb="xs">
            {words.fallbackTitle}
          </Title>
          <TextInput label={words.fallback} description={words.fallbackHint} type="url" readOnly={!may} {...form.getInputProps('fallback')} />
        </section>
        <section>
          <Title order={2} mb="xs">
            {words.words}
          </Title>
          <Stack gap="sm">
            <Text>{words.wordsHint}</Text>
            <Group grow preventGrowOverflow={false} align="flex-start">
              <Textarea label={words.sources} autosize minRows={2} maxRows={12} miw={200} readOnly={!may} {...form.getInputProps('sources')} />
              <Textarea label={words.campaigns} autosize minRows={2} maxRows={12} miw={200} readOnly={!may} {...form.getInputProps('campaigns')} />
            </Group>
          </Stack>
        </section>
        <section>
          <Title order={2} mb="xs">
            {words.templates}
          </Title>
          <Stack gap="sm">
            <Text>{words.templatesHint}</Text>
            {form.values.templates.map((template, place) => (
              <Group key={place} gap="xs" align="flex-end">
                <TextInput label={words.templateName} style={{ flex: '1 1 140px' }} readOnly={!may} {...form.getInputProps(`templates.${place}.name`)} />
                <TextInput label={t.tracking.links.source} style={{ flex: '1 1 110px' }} readOnly={!may} {...form.getInputProps(`templates.${place}.source`)} />
                <Select label={t.tracking.links.medium} data={media} style={{ flex: '1 1 110px' }} readOnly={!may} allowDeselect={false} {...form.getInputProps(`templates.${place}.medium`)} />
                <TextInput label={t.tracking.links.campaign} style={{ flex: '1 1 110px' }} readOnly={!may} {...form.getInputProps(`templates.${place}.campaign`)} />
                {may && (
                  <ActionIcon variant="default" size="lg" aria-label={words.removeTemplate(template.name)} onClick={() => form.removeListItem('templates', place)}>
                    <IconX size={16} />
                  </ActionIcon>
                )}
              </Group>
            ))}
            {may && (
              <Button
                variant="default"
                size="compact-md"
                leftSection={<IconPlus size={16} aria-hidden />}
                style={{ alignSelf: 'flex-start' }}
                onClick={() => form.insertListItem('templates', { name: '', source: '', medium: 'social', campaign: '', content: '' })}
              >
                {words.addTemplate}
              </Button>
            )}
          </Stack>
        </section>
        <ProblemAlert problem={save.problem} form={form} />
        {may && (
          <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.save}
          </Button>
        )}
      </Stack>
    </form>
  );
}
