import { Button, Fieldset, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, type components, useCommand } from '../api';
import { CurrencyPicker, ProblemAlert, ZonePicker } from '../shared';
import { t } from '../texts';
import { HoursField } from './HoursField';

type Brand = components['schemas']['BrandView'];

export function BrandForm({ brand, disabled }: { brand: Brand; disabled: boolean }) {
  const words = t.settings.brand;
  const form = useForm({
    initialValues: { name: brand.name, zone: brand.zone, currency: brand.currency, weekStart: brand.weekStart, hours: brand.hours.spans, ownHosts: brand.ownHosts.join('\n') },
    validate: { name: (value) => (value.trim() === '' ? words.nameMissing : null) },
  });
  const save = useCommand(
    (values: typeof form.values) =>
      answer(
        client.PATCH('/api/v1/brands/{brand}', {
          params: { path: { brand: brand.id } },
          body: { ...values, hours: { spans: values.hours }, ownHosts: values.ownHosts.split(/\s+/).filter(Boolean), ifVersion: brand.version },
        }),
      ),
    { form, done: words.saved, invalidate: [['brand', brand.id], ['account'], ['links'], ['link']], onDone: () => form.resetDirty() },
  );
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Fieldset variant="unstyled" disabled={disabled} maw={680}>
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={words.name} {...form.getInputProps('name')} />
            <Select label={words.weekStart} data={t.fields.days.map(([value]) => ({ value, label: t.fields.longDays[value] ?? value }))} {...form.getInputProps('weekStart')} />
            <ZonePicker description={words.zoneHint} {...form.getInputProps('zone')} />
            <CurrencyPicker description={words.currencyHint} {...form.getInputProps('currency')} />
          </SimpleGrid>
          <HoursField spans={form.values.hours} onChange={(hours) => form.setFieldValue('hours', hours)} error={form.errors.hours} />
          <Textarea label={words.hosts} description={words.hostsHint} autosize minRows={2} {...form.getInputProps('ownHosts')} />
          <ProblemAlert problem={save.problem} form={form} />
          {!disabled && (
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()} style={{ alignSelf: 'flex-start' }}>
              {t.actions.save}
            </Button>
          )}
        </Stack>
      </Fieldset>
    </form>
  );
}
