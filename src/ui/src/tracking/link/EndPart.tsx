import { Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, type components, useCommand } from '../../api';
import { ProblemAlert } from '../../shared';
import { DateField } from '../../shared/forms/DateField';
import { NumberField } from '../../shared/forms/NumberField';
import { t } from '../../texts';

const words = t.links.end;

/** The last day, the most clicks, and where it leads then. */
export function EndPart({ link, may }: { link: components['schemas']['LinkView']; may: boolean }) {
  const form = useForm({ initialValues: { lastDay: link.lastDay ?? '', mostClicks: (link.mostClicks ?? '') as number | string, fallback: link.fallback ?? '' } });
  const save = useCommand(
    ({ lastDay, mostClicks, fallback }: typeof form.values) =>
      answer(
        client.PUT('/api/v1/links/{link}/limits', {
          params: { path: { link: link.id } },
          body: { lastDay: lastDay || undefined, mostClicks: mostClicks === '' ? undefined : Number(mostClicks), fallback: fallback.trim() || undefined, ifVersion: link.version },
        }),
      ),
    { form, done: words.saved, invalidate: [['links'], ['link', link.id], ['link-traffic', link.id]], onDone: () => form.resetDirty() },
  );
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {words.title}
      </Title>
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="sm">
          <Group grow preventGrowOverflow={false} align="flex-start">
            <DateField label={words.lastDay} description={words.lastDayHint} miw={150} readOnly={!may} {...form.getInputProps('lastDay')} />
            <NumberField label={words.most} description={words.mostHint} min={1} max={1_000_000_000} allowDecimal={false} miw={150} readOnly={!may} {...form.getInputProps('mostClicks')} />
          </Group>
          <TextInput label={words.fallback} description={words.fallbackHint} type="url" readOnly={!may} {...form.getInputProps('fallback')} />
          <ProblemAlert problem={save.problem} form={form} />
          {may && (
            <Button type="submit" variant="default" size="compact-md" loading={save.isPending} disabled={!form.isDirty()} style={{ alignSelf: 'flex-start' }}>
              {words.save}
            </Button>
          )}
        </Stack>
      </form>
    </section>
  );
}
