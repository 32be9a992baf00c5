import { ActionIcon, Button, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { answer, client, useCommand } from '../../api';
import { handleOn, ProblemAlert, useBrand } from '../../shared';
import { TimeField } from '../../shared/forms/TimeField';
import { t } from '../../texts';
import { useAccounts } from '../data';
import { weekdays } from '../days';
import type { Queue } from './data';

const words = t.scheduling.queues;
type Day = (typeof weekdays)[number];
const usual = (['monday', 'wednesday', 'friday'] as const).map((day) => ({ day: day as Day, time: '10:00' }));

/** A queue's name, accounts and times. */
export function QueueForm({ queue, onClose }: { queue: Queue | null; onClose: () => void }) {
  const brand = useBrand();
  const accounts = useAccounts().data?.accounts ?? [];
  const form = useForm({
    initialValues: { name: queue?.name ?? '', accounts: queue?.accounts ?? [], slots: queue?.slots.map((slot) => ({ day: slot.day as Day, time: slot.time.slice(0, 5) })) ?? usual },
  });
  const body = () => ({ name: form.values.name, accounts: form.values.accounts, slots: form.values.slots.map((slot) => ({ day: slot.day, time: `${slot.time === '' ? '10:00' : slot.time}:00` })) });
  const save = useCommand(
    async () =>
      queue
        ? answer(client.PUT('/api/v1/queues/{queue}', { params: { path: { queue: queue.id } }, body: { ...body(), ifVersion: queue.version } }))
        : answer(client.POST('/api/v1/queues', { body: { brand: brand.id, ...body() } })),
    { form, invalidate: [['calendar', 'queues']], done: words.saved, onDone: onClose },
  );
  const remove = useCommand(() => answer(client.DELETE('/api/v1/queues/{queue}', { params: { path: { queue: queue?.id ?? '' } } })), { invalidate: [['calendar']], done: words.removed, onDone: onClose });
  return (
    <form noValidate onSubmit={form.onSubmit(() => save.mutate())}>
      <Stack gap="md">
        <TextInput label={words.name} data-autofocus withAsterisk maxLength={80} {...form.getInputProps('name')} />
        <MultiSelect label={words.accounts} description={words.accountsHint} data={accounts.map((account) => ({ value: account.id, label: handleOn(account.network, account.handle) }))} {...form.getInputProps('accounts')} />
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <legend>
            <Text size="sm" fw={500}>
              {words.slots}
            </Text>
          </legend>
          <Stack gap={6}>
            {form.values.slots.map((slot, place) => (
              <Group key={place} gap="xs" wrap="nowrap">
                <Select aria-label={words.slotDay} allowDeselect={false} data={weekdays.map((value) => ({ value, label: words.days[value] }))} value={slot.day} onChange={(day) => form.setFieldValue(`slots.${place}.day`, (day ?? 'monday') as Day)} w={150} />
                <TimeField aria-label={words.slotTime} value={slot.time} onChange={(time) => form.setFieldValue(`slots.${place}.time`, time)} />
                <ActionIcon variant="subtle" color="gray" aria-label={words.removeSlot(`${words.days[slot.day]} ${slot.time}`)} disabled={form.values.slots.length === 1} onClick={() => form.removeListItem('slots', place)}>
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            ))}
            <Button variant="default" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={() => form.insertListItem('slots', { day: form.values.slots.at(-1)?.day ?? 'monday', time: '16:00' })}>
              {words.addSlot}
            </Button>
          </Stack>
        </fieldset>
        <ProblemAlert problem={save.problem} form={form} />
        <Group>
          <Button type="submit" loading={save.isPending}>
            {words.save}
          </Button>
          {queue && (
            <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
              {words.remove}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
