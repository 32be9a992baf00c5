import { ActionIcon, Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { answer, client, useCommand } from '../api';
import { formatNumber, formatPercent, Loaded, NoData, ProblemAlert } from '../shared';
import { t } from '../texts';
import { afterPositioning, type Positioning, type Starter, useConversationShare } from './usePositioning';

const words = t.positioning;

/** Words that open conversations, how often they were used, and what that brought. */
export function StartersPart({ position, disabled }: { position: Positioning; disabled: boolean }) {
  const share = useConversationShare(position.plan);
  const form = useForm({ initialValues: { text: '', kind: 'question' as Starter['kind'], persona: '' } });
  const post = (body: Pick<Starter, 'text' | 'kind' | 'persona'>) => answer(client.POST('/api/v1/conversation-starters', { body: { ...body, plan: position.plan } }));
  const add = useCommand((values: typeof form.values) => post({ ...values, persona: values.persona.trim() || null }), { form, invalidate: afterPositioning, done: ({ text }) => words.added(text), onDone: () => form.reset() });
  const remove = useCommand((starter: Starter) => answer(client.DELETE('/api/v1/conversation-starters/{starter}', { params: { path: { starter: starter.id } } })), {
    invalidate: afterPositioning,
    done: ({ text }) => words.removed(text),
    undo: ({ text, kind, persona }) => post({ text, kind, persona }),
  });
  const usedOf = (starter: Starter) => share.data?.starters.find((each) => each.starter === starter.id)?.posts ?? 0;
  return (
    <Stack gap="sm">
      {position.starters.length === 0 && <Text c="dimmed">{words.noStarters}</Text>}
      {position.starters.map((starter) => (
        <Group key={starter.id} wrap="nowrap" justify="space-between">
          <Stack gap={0}>
            <Text>{starter.text}</Text>
            <Text size="xs" c="dimmed">
              {words.starterKinds[starter.kind]} · {starter.persona ?? words.everybody} · {words.used(usedOf(starter))}
            </Text>
          </Stack>
          {!disabled && (
            <ActionIcon variant="subtle" color="gray" aria-label={words.remove(starter.text)} onClick={() => remove.mutate(starter)}>
              <IconX size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!disabled && (
        <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
          <Group align="flex-end">
            <TextInput label={words.starter} style={{ flex: '1 1 220px' }} maxLength={400} {...form.getInputProps('text')} />
            <Select label={words.starterKind} w={170} data={Object.entries(words.starterKinds).map(([value, label]) => ({ value, label }))} {...form.getInputProps('kind')} />
            <TextInput label={words.persona} placeholder={words.everybody} maxLength={120} {...form.getInputProps('persona')} />
            <Button type="submit" variant="default" disabled={!form.values.text.trim()} loading={add.isPending}>
              {words.addStarter}
            </Button>
          </Group>
          <ProblemAlert problem={add.problem} form={form} />
        </form>
      )}
      {position.starters.length > 0 && (
        <Loaded read={share}>
          {(data) => (
            <Stack gap={4} mt="xs" role="group" aria-label={words.share}>
              <SimpleGrid cols={{ base: 1, xs: 3 }}>
                <Rate label={words.shareLabel} value={data.share == null ? null : formatPercent(data.share)} n={data.posts} why={words.noShare} />
                <Rate label={words.withLabel} value={data.with.rate == null ? null : formatNumber(data.with.rate, 2)} n={data.with.measured} why={words.noRate} />
                <Rate label={words.withoutLabel} value={data.without.rate == null ? null : formatNumber(data.without.rate, 2)} n={data.without.measured} why={words.noRate} />
              </SimpleGrid>
              <Text size="xs" c="dimmed">
                {data.message}
              </Text>
            </Stack>
          )}
        </Loaded>
      )}
    </Stack>
  );
}

function Rate({ label, value, n, why }: { label: string; value: string | null; n: number; why: string }) {
  return (
    <div title={words.ofPosts(n)}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      {value === null ? <NoData reason={why} /> : <Text className="figures">{value}</Text>}
    </div>
  );
}
