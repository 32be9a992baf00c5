import { Anchor, Badge, Button, Group, Image, Modal, Paper, Select, SimpleGrid, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { answer, client, useCommand, useRead } from '../api';
import { CardsSkeleton, Empty, ListWithDetail, Loaded, NetworkMark, Page, ProblemAlert, useBrand, useMay, useUrl } from '../shared';
import { t } from '../texts';
import type { AuthorType, Example } from './data';
import { ExamplePanel } from './ExamplePanel';
import { rivalTabs } from './tabs';

const words = t.competitors.inspiration;

/** Examples worth learning from: whose, what to learn, and whether they may be used again. */
export default function InspirationPage() {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const mayTakePart = useMay('takePart');
  const read = useRead(['inspiration', brand.id], () => answer(client.GET('/api/v1/inspirations', { params: { query: { brand: brand.id } } })), { keep: true });
  const add = () => setUrl({ add: 'example' }, true);
  const opened = read.data?.find((example) => example.id === url.example);
  const tags = [...new Set((read.data ?? []).flatMap((example) => example.tags as string[]))].sort();
  const shown = (read.data ?? []).filter((example) => (!url.tag || example.tags.includes(url.tag)) && (!url.author || example.authorType === url.author));
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
      <ListWithDetail detail={opened && <ExamplePanel key={opened.id} example={opened} onClose={() => setUrl({ example: undefined })} />}>
        <Loaded read={read} skeleton={<CardsSkeleton cards={6} height={180} />}>
          {(all) =>
            all.length === 0 ? (
              <Empty title={words.emptyTitle} text={words.empty} action={mayTakePart ? { label: words.add, onClick: add } : undefined} />
            ) : (
              <Stack gap="md">
                <Group>
                  <Select aria-label={words.author} placeholder={words.author} clearable data={Object.entries(words.authors).map(([value, label]) => ({ value, label }))} value={url.author ?? null} onChange={(author) => setUrl({ author: author ?? undefined })} />
                  {tags.length > 0 && <Select aria-label={words.tag} placeholder={words.tag} clearable data={tags} value={url.tag ?? null} onChange={(tag) => setUrl({ tag: tag ?? undefined })} />}
                </Group>
                {shown.length === 0 && <Text c="dimmed">{t.table.noMatch}</Text>}
                <SimpleGrid cols={{ base: 1, xs: 2, lg: opened ? 2 : 3 }}>
                  {shown.map((example) => (
                    <ExampleCard key={example.id} example={example} onOpen={() => setUrl({ example: example.id }, true)} />
                  ))}
                </SimpleGrid>
              </Stack>
            )
          }
        </Loaded>
      </ListWithDetail>
      {mayTakePart && url.add === 'example' && <AddExample onClose={() => setUrl({ add: undefined })} onAdded={(example) => setUrl({ add: undefined, example })} />}
    </Page>
  );
}

function ExampleCard({ example, onOpen }: { example: Example; onOpen: () => void }) {
  return (
    <Paper withBorder p="sm" component="article">
      {example.picture && <Image src={example.picture} alt="" h={140} fit="cover" radius="sm" mb="sm" />}
      <Anchor component="button" type="button" onClick={onOpen} ta="left" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {example.title}
      </Anchor>
      <Group gap="xs" mt={4}>
        {example.network && <NetworkMark network={example.network} />}
        <Text size="sm" c="dimmed">
          {example.author ?? words.authors[example.authorType]}
        </Text>
      </Group>
      {example.learn && (
        <Text size="sm" mt="xs" lineClamp={3}>
          {example.learn}
        </Text>
      )}
      {example.tags.length > 0 && (
        <Group gap={6} mt="xs">
          {example.tags.map((tag) => (
            <Badge key={tag} variant="default" tt="none">
              {tag}
            </Badge>
          ))}
        </Group>
      )}
    </Paper>
  );
}

function AddExample({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) {
  const brand = useBrand();
  const form = useForm({ initialValues: { title: '', url: '', network: '', author: '', authorType: 'leader' as AuthorType, learn: '', tags: [] as string[] } });
  const add = useCommand(
    ({ url, network, author, ...values }: typeof form.values) => answer(client.POST('/api/v1/inspirations', { body: { ...values, url: url || null, network: network || null, author: author || null, brand: brand.id } })),
    { form, invalidate: [['inspiration']], done: words.added, onDone: (example) => onAdded(example.id) },
  );
  return (
    <Modal opened onClose={onClose} title={words.add} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Stack gap="md">
          <TextInput label={words.title} data-autofocus {...form.getInputProps('title')} />
          <TextInput label={words.url} type="url" {...form.getInputProps('url')} />
          <Group grow align="flex-start">
            <TextInput label={words.by} {...form.getInputProps('author')} />
            <Select label={words.author} data={Object.entries(words.authors).map(([value, label]) => ({ value, label }))} {...form.getInputProps('authorType')} />
          </Group>
          <TextInput label={t.competitors.network} {...form.getInputProps('network')} />
          <Textarea label={words.learn} autosize minRows={2} {...form.getInputProps('learn')} />
          <TagsInput label={words.tag} {...form.getInputProps('tags')} />
          <ProblemAlert problem={add.problem} form={form} />
          <Button type="submit" loading={add.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.add}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
