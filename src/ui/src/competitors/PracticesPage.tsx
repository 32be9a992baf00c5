import { Badge, Button, Group, Modal, Paper, Select, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { answer, client, useCommand, useRead } from '../api';
import { Day, Empty, Loaded, NetworkMark, Page, ProblemAlert, useBrand, useMay, useUrl } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { t } from '../texts';
import { BorrowButton } from './BorrowButton';
import { type Practice, useRivals } from './data';
import { Swot } from './Swot';
import { rivalTabs } from './tabs';

const words = t.competitors.practices;

/** What others do that seems to work, with the day and place it was seen; and our own SWOT. */
export default function PracticesPage() {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const mayTakePart = useMay('takePart');
  const read = useRead(['competitors', brand.id, 'practices'], () => answer(client.GET('/api/v1/best-practices', { params: { query: { brand: brand.id } } })));
  const add = () => setUrl({ add: 'practice' }, true);
  return (
    <Page
      title={t.competitors.title}
      purpose={words.purpose}
      help={words.help}
      tabs={rivalTabs}
      action={
        mayTakePart && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {words.add}
          </Button>
        )
      }
    >
      <Stack gap="xl">
        <Loaded read={read}>
          {(practices) =>
            practices.length === 0 ? (
              <Empty title={words.emptyTitle} text={words.empty} action={mayTakePart ? { label: words.add, onClick: add } : undefined} />
            ) : (
              <Stack gap="sm">
                {practices.map((practice) => (
                  <PracticeCard key={practice.id} practice={practice} marked={url.practice === practice.id} />
                ))}
              </Stack>
            )
          }
        </Loaded>
        <Swot wide />
      </Stack>
      {mayTakePart && url.add === 'practice' && <AddPractice onClose={() => setUrl({ add: undefined })} />}
    </Page>
  );
}

function PracticeCard({ practice, marked }: { practice: Practice; marked: boolean }) {
  const mayTakePart = useMay('takePart');
  const put = (archived: boolean) => answer(client.POST('/api/v1/best-practices/{practice}/archive', { params: { path: { practice: practice.id } }, body: { archived } }));
  const archive = useCommand(() => put(true), { invalidate: [['competitors']], done: words.archived, undo: () => put(false) });
  return (
    <Paper withBorder p="md" component="article" style={marked ? { borderColor: 'var(--bw-brand)' } : undefined}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Text fw={600} style={{ flex: '1 1 240px', overflowWrap: 'anywhere' }}>
          {practice.title}
        </Text>
        <Group gap="xs">
          <BorrowButton from={practice.id} title={practice.title} />
          {mayTakePart && (
            <Button variant="subtle" size="compact-sm" onClick={() => archive.mutate()}>
              {words.archive}
            </Button>
          )}
        </Group>
      </Group>
      <Group gap="xs" mt={4}>
        {practice.competitorName && <Text size="sm">{practice.competitorName}</Text>}
        {practice.network && <NetworkMark network={practice.network} />}
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {words.seen} <Day date={practice.seenOn} />, {practice.source}
        </Text>
      </Group>
      {practice.what && <Text mt="xs">{practice.what}</Text>}
      {practice.why && (
        <Text mt={4} c="dimmed">
          {words.mayWork(practice.why)}
        </Text>
      )}
      {practice.tags.length > 0 && (
        <Group gap={6} mt="xs">
          {practice.tags.map((tag) => (
            <Badge key={tag} variant="default" tt="none">
              {tag}
            </Badge>
          ))}
        </Group>
      )}
    </Paper>
  );
}

function AddPractice({ onClose }: { onClose: () => void }) {
  const brand = useBrand();
  const rivals = useRivals();
  const form = useForm({ initialValues: { title: '', seenOn: new Date().toISOString().slice(0, 10), source: '', competitor: null as string | null, network: '', what: '', why: '', tags: [] as string[] } });
  const add = useCommand((values: typeof form.values) => answer(client.POST('/api/v1/best-practices', { body: { ...values, network: values.network || null, brand: brand.id } })), {
    form,
    invalidate: [['competitors']],
    done: words.added,
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={words.add} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Stack gap="md">
          <TextInput label={words.what} description={words.whatHint} data-autofocus {...form.getInputProps('title')} />
          <Group grow align="flex-start">
            <DateField label={words.seenOn} {...form.getInputProps('seenOn')} />
            <TextInput label={t.competitors.source} {...form.getInputProps('source')} />
          </Group>
          <Group grow align="flex-start">
            <Select label={t.competitors.name} clearable data={(rivals.data ?? []).map((rival) => ({ value: rival.id, label: rival.name }))} {...form.getInputProps('competitor')} />
            <TextInput label={t.competitors.network} {...form.getInputProps('network')} />
          </Group>
          <Textarea label={words.detail} autosize minRows={2} {...form.getInputProps('what')} />
          <Textarea label={words.why} autosize minRows={2} {...form.getInputProps('why')} />
          <TagsInput label={words.tags} {...form.getInputProps('tags')} />
          <ProblemAlert problem={add.problem} form={form} />
          <Button type="submit" loading={add.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.add}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
