import { Button, Group, Modal, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { type Column, DataTable, Day, ProblemAlert } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { t } from '../texts';
import { afterMoney, clockTime, type Schemas } from './returns';
import { WorkSelect } from './WorkSelect';

type Entry = Schemas['TimeEntryView'];
const words = t.returns.timeEntries;
const at = (entry: Entry) => ({ params: { path: { entry: entry.id } } });

const columns: Column<Entry>[] = [
  { key: 'day', title: words.day, cell: (entry) => <Day date={entry.day} />, sort: (entry) => entry.day },
  { key: 'work', title: words.work, primary: true, cell: (entry) => entry.workTitle ?? t.returns.work.whole, sort: (entry) => entry.workTitle },
  { key: 'time', title: words.time, align: 'right', cell: (entry) => <span className="figures">{clockTime(entry.minutes)}</span>, sort: (entry) => entry.minutes },
  { key: 'note', title: words.note, long: true, cell: (entry) => entry.note, hideInCard: (entry) => !entry.note },
];

function Change({ plan, entry, onClose }: { plan: string; entry: Entry; onClose: () => void }) {
  const form = useForm({
    initialValues: { time: clockTime(entry.minutes), day: entry.day, work: entry.work ?? '', note: entry.note ?? '' },
    validate: { time: (value) => (value.trim() === '' ? t.returns.week.wrong : null) },
  });
  const save = useCommand((values: typeof form.values) => answer(client.PATCH('/api/v1/time-entries/{entry}', { ...at(entry), body: { ...values, ifVersion: entry.version } })), {
    form,
    invalidate: afterMoney(plan),
    done: words.saved,
    onDone: onClose,
  });
  const remove = useCommand(() => answer(client.DELETE('/api/v1/time-entries/{entry}', at(entry))), {
    quiet: true,
    invalidate: afterMoney(plan),
    done: words.removed,
    undo: () =>
      answer(
        client.POST('/api/v1/plans/{plan}/time-entries', {
          params: { path: { plan } },
          body: {
            time: `${entry.minutes}m`,
            day: entry.day,
            work: entry.work ?? undefined,
            note: entry.note ?? undefined,
            member: entry.mine ? undefined : entry.member,
            importKey: entry.importKey ?? undefined,
          },
        }),
      ),
    onDone: onClose,
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="sm">
        <Group grow preventGrowOverflow={false} align="flex-start">
          <TextInput label={words.time} description={words.timeHint} data-autofocus miw={120} {...form.getInputProps('time')} />
          <DateField label={words.day} required miw={150} {...form.getInputProps('day')} />
        </Group>
        <WorkSelect plan={plan} label={words.work} value={form.values.work} onChange={(work) => form.setFieldValue('work', work)} />
        <Textarea label={words.note} autosize minRows={1} maxLength={400} {...form.getInputProps('note')} />
        <ProblemAlert problem={save.problem ?? remove.problem} form={form} />
        <Group justify="space-between">
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t.actions.save}
          </Button>
          <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {words.remove}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The single entries of a week: each is opened, changed and deleted. */
export function TimeEntries({ plan, entries }: { plan: string; entries: Entry[] }) {
  const [open, setOpen] = useState<Entry>();
  if (entries.length === 0) return null;
  return (
    <section>
      <Title order={3} mb="xs">
        {words.title}
      </Title>
      <DataTable
        name="time-entries"
        label={words.title}
        rows={entries}
        columns={columns}
        rowKey={(entry) => entry.id}
        rowName={(entry) => words.name(entry.workTitle ?? t.returns.work.whole, clockTime(entry.minutes))}
        onOpen={setOpen}
        firstSort="-day"
        take={10}
      />
      <Modal opened={open !== undefined} onClose={() => setOpen(undefined)} title={words.change} closeButtonProps={{ 'aria-label': t.actions.close }}>
        {open && <Change key={open.id} plan={plan} entry={open} onClose={() => setOpen(undefined)} />}
      </Modal>
    </section>
  );
}
