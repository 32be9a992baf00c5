import { Anchor, Button, Group, Modal, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { Day, NetworkMark, ProblemAlert, StatusMark, useBrand, useMay, networkName } from '../shared';
import { t } from '../texts';
import { options } from './fields';
import { caseKeys, type SearchTask, type Stranger } from './useCases';

const words = t.audits.cases.search;

/** The searches that show whether people who look for us find us, and only us. */
export function SearchTasks() {
  const brand = useBrand();
  const mayRecord = useMay('takePart');
  const [recording, setRecording] = useState<SearchTask | null>(null);
  const tasks = useRead(['searches', brand.id], () => answer(client.GET('/api/v1/search-checks', { params: { query: { brand: brand.id } } })));
  if (!tasks.data || tasks.data.length === 0) return null;
  return (
    <section aria-label={words.title}>
      <Title order={2} size="md">
        {words.title}
      </Title>
      <Text c="dimmed" mb="sm">
        {words.purpose}
      </Text>
      <Stack gap="xs">
        {tasks.data.map((task) => (
          <Group key={task.network} justify="space-between" gap="sm" py={6} style={{ borderTop: '1px solid var(--bw-line)' }}>
            <div style={{ flex: '1 1 240px', minWidth: 0 }}>
              <NetworkMark network={task.network} />
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {words.terms(task.terms.join(', '))}{' '}
                {task.search && (
                  <Anchor size="sm" underline="always" href={task.search} target="_blank" rel="noreferrer noopener">
                    {words.go}
                  </Anchor>
                )}
              </Text>
            </div>
            <div>
              {task.overdue ? <StatusMark tone="warn" icon={IconClock}>{task.last ? words.overdue : words.never}</StatusMark> : <StatusMark tone="good" icon={IconCircleCheck}>{words.done}</StatusMark>}
              <Text size="sm" c="dimmed">
                {words.next} <Day date={task.due} />
              </Text>
            </div>
            {mayRecord && (
              <Button variant="default" size="compact-sm" onClick={() => setRecording(task)}>
                {words.record}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      {recording && <RecordSearch task={recording} onClose={() => setRecording(null)} />}
    </section>
  );
}

const nobody = { url: '', handle: '', verdict: 'harmless' as Stranger['verdict'], note: '' };

function RecordSearch({ task, onClose }: { task: SearchTask; onClose: () => void }) {
  const brand = useBrand();
  const form = useForm({ initialValues: { terms: task.terms.join(', '), strangers: [] as (typeof nobody)[] } });
  const record = useCommand(
    (values: typeof form.values) =>
      answer(client.POST('/api/v1/search-checks', { body: { brand: brand.id, network: task.network, terms: values.terms, strangers: values.strangers.map((one) => ({ ...one, handle: one.handle || null, note: one.note || null })) } })),
    { form, invalidate: caseKeys, done: (_, check) => words.recorded(check.strangers.length), onDone: onClose },
  );
  return (
    <Modal opened onClose={onClose} size="lg" title={words.recordFor(networkName(task.network))} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => record.mutate(values))}>
        <Stack gap="md">
          <TextInput label={words.searched} {...form.getInputProps('terms')} />
          <Text size="sm">{words.strangersHint}</Text>
          {form.values.strangers.map((_, index) => (
            <Paper key={index} withBorder p="sm">
              <Stack gap="xs">
                <TextInput label={words.address} type="url" {...form.getInputProps(`strangers.${index}.url`)} />
                <Group grow align="flex-start">
                  <Select label={words.verdict} data={options(words.verdicts)} {...form.getInputProps(`strangers.${index}.verdict`)} />
                  <TextInput label={words.note} {...form.getInputProps(`strangers.${index}.note`)} />
                </Group>
              </Stack>
            </Paper>
          ))}
          <Button variant="subtle" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={() => form.insertListItem('strangers', { ...nobody })}>
            {words.addStranger}
          </Button>
          <ProblemAlert problem={record.problem} form={form} />
          <Button type="submit" loading={record.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.save}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
