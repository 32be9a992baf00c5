import { ActionIcon, Button, Fieldset, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { answer, client, type components, useCommand } from '../../api';
import { ProblemAlert } from '../../shared';
import { DateField } from '../../shared/forms/DateField';
import { t } from '../../texts';

const words = t.links.rules;
const devices = Object.entries(words.devices).map(([value, label]) => ({ value, label }));
type Rule = components['schemas']['LinkRule'];
const fresh = { target: '', device: null as NonNullable<Rule['device']> | null, language: '', from: '', until: '' };

/** Who is led elsewhere, in the order the rules are asked. */
export function RulesPart({ link, may }: { link: components['schemas']['LinkView']; may: boolean }) {
  const form = useForm({
    initialValues: { rules: link.rules.map((rule) => ({ target: rule.target, device: rule.device ?? null, language: rule.language ?? '', from: rule.from ?? '', until: rule.until ?? '' })) },
    validate: { rules: { target: (value) => (value.trim() === '' ? words.targetMissing : null) } },
  });
  const save = useCommand(
    ({ rules }: typeof form.values) =>
      answer(
        client.PUT('/api/v1/links/{link}/rules', {
          params: { path: { link: link.id } },
          body: {
            rules: rules.map((rule) => ({ target: rule.target, device: rule.device ?? undefined, language: rule.language || undefined, from: rule.from || undefined, until: rule.until || undefined })),
            ifVersion: link.version,
          },
        }),
      ),
    { form, done: words.saved, invalidate: [['links'], ['link', link.id], ['link-traffic', link.id]] },
  );
  const { rules } = form.values;
  if (!may && rules.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h4" mb={4}>
        {words.title}
      </Title>
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="sm">
          <Text size="xs" c="dimmed">
            {words.hint}
          </Text>
          {rules.map((_, place) => (
            <Fieldset key={place} legend={words.rule(place + 1)} disabled={!may}>
              <Stack gap="xs">
                <Group grow preventGrowOverflow={false} align="flex-start">
                  <Select label={words.device} data={devices} placeholder={words.anyDevice} clearable clearButtonProps={{ 'aria-label': words.anyDevice }} miw={130} {...form.getInputProps(`rules.${place}.device`)} />
                  <TextInput label={words.language} placeholder={words.languageHint} miw={130} maxLength={20} {...form.getInputProps(`rules.${place}.language`)} />
                </Group>
                <Group grow preventGrowOverflow={false} align="flex-start">
                  <DateField label={words.from} miw={130} {...form.getInputProps(`rules.${place}.from`)} />
                  <DateField label={words.until} miw={130} {...form.getInputProps(`rules.${place}.until`)} />
                </Group>
                <TextInput label={words.target} type="url" {...form.getInputProps(`rules.${place}.target`)} error={form.errors[`rules.${place}.target`] ?? form.errors[`rules[${place}]`]} />
                {may && (
                  <ActionIcon.Group>
                    <ActionIcon variant="default" aria-label={words.up(place + 1)} disabled={place === 0} onClick={() => form.reorderListItem('rules', { from: place, to: place - 1 })}>
                      <IconArrowUp size={16} />
                    </ActionIcon>
                    <ActionIcon variant="default" aria-label={words.down(place + 1)} disabled={place === rules.length - 1} onClick={() => form.reorderListItem('rules', { from: place, to: place + 1 })}>
                      <IconArrowDown size={16} />
                    </ActionIcon>
                    <ActionIcon variant="default" aria-label={words.remove(place + 1)} onClick={() => form.removeListItem('rules', place)}>
                      <IconX size={16} />
                    </ActionIcon>
                  </ActionIcon.Group>
                )}
              </Stack>
            </Fieldset>
          ))}
          <ProblemAlert problem={save.problem} form={form} />
          {may && (
            <Group gap="xs">
              <Button variant="default" size="compact-md" leftSection={<IconPlus size={16} aria-hidden />} disabled={rules.length >= 20} onClick={() => form.insertListItem('rules', { ...fresh })}>
                {words.add}
              </Button>
              {form.isDirty() && (
                <Button type="submit" variant="default" size="compact-md" loading={save.isPending}>
                  {words.save}
                </Button>
              )}
            </Group>
          )}
        </Stack>
      </form>
    </section>
  );
}
