import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { Day, NetworkMark, networkName, ProblemAlert, useBrand, useMay } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { networkId } from '../shared/marks/networkName';
import { NumberField } from '../shared/forms/NumberField';
import { toFirstError } from '../shared/forms/firstError';
import { t } from '../texts';
import { figure, measures, type Rival, rivalKeys, type Snapshot } from './data';

const words = t.competitors;

/** The figures of a rival, the newest first, each with its day and who told it; and the form for more. */
export function FigureList({ rival }: { rival: Rival }) {
  const brand = useBrand();
  const mayType = useMay('editNumbers');
  const [typing, setTyping] = useState(false);
  const read = useRead(['competitors', rival.id, 'figures'], () => answer(client.GET('/api/v1/benchmark-snapshots', { params: { query: { brand: brand.id, competitor: rival.id } } })));
  const remove = useCommand((snapshot: Snapshot) => answer(client.DELETE('/api/v1/benchmark-snapshots/{snapshot}', { params: { path: { snapshot: snapshot.id } } })), {
    invalidate: rivalKeys,
    done: words.figuresRemoved,
    undo: ({ day, source, figures, network }) => answer(client.POST('/api/v1/benchmark-snapshots', { body: { brand: brand.id, competitor: rival.id, day, source, figures, network } })),
  });
  return (
    <section aria-label={words.figures}>
      <Text size="sm" fw={600} mb="xs">
        {words.figures}
      </Text>
      <Stack gap="xs">
        {read.data?.length === 0 && <Text c="dimmed">{words.noFigures}</Text>}
        {read.data?.slice(0, 8).map((snapshot) => (
          <Group key={snapshot.id} justify="space-between" wrap="nowrap" align="flex-start">
            <div style={{ minWidth: 0 }}>
              <Group gap="xs">
                <NetworkMark network={snapshot.network} />
                <Day date={snapshot.day} />
              </Group>
              <Text size="sm" className="figures">
                {measures.filter((measure) => snapshot.figures[measure] != null).map((measure) => `${words.measures[measure]}: ${figure(snapshot.figures[measure]!)}`).join(' · ')}
              </Text>
              <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {snapshot.source}
              </Text>
            </div>
            {mayType && (
              <ActionIcon variant="subtle" color="gray" aria-label={words.removeFigures(snapshot.day)} onClick={() => remove.mutate(snapshot)}>
                <IconX size={16} />
              </ActionIcon>
            )}
          </Group>
        ))}
        {mayType &&
          (typing ? (
            <TypeFigures rival={rival} onDone={() => setTyping(false)} />
          ) : (
            <Button variant="subtle" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={() => setTyping(true)}>
              {words.typeFigures}
            </Button>
          ))}
      </Stack>
    </section>
  );
}

function TypeFigures({ rival, onDone }: { rival: Rival; onDone: () => void }) {
  const brand = useBrand();
  const form = useForm({
    initialValues: {
      network: rival.accounts[0]?.network ?? '',
      day: new Date().toISOString().slice(0, 10),
      source: '',
      figures: { followers: '' as number | '', postsPerWeek: '' as number | '', engagementPerPost: '' as number | '', responseMinutes: '' as number | '' },
    },
    // All at once: whoever types figures wants to know in one go what is missing.
    validate: {
      network: (value) => (value ? null : words.networkMissing),
      day: (value) => (value ? null : words.dayMissing),
      source: (value) => (value.trim() === '' ? words.sourceMissing : null),
      figures: { followers: (_, { figures }) => (Object.values(figures).every((value) => value === '') ? words.figureMissing : null) },
    },
  });
  const save = useCommand(
    ({ figures, ...values }: typeof form.values) =>
      answer(
        client.POST('/api/v1/benchmark-snapshots', {
          body: { ...values, brand: brand.id, competitor: rival.id, figures: Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, value === '' ? null : value])) },
        }),
      ),
    { form, invalidate: rivalKeys, done: words.figuresSaved, onDone },
  );
  const networks = [...new Set([...rival.accounts.map((account) => account.network), ...Object.values(t.networks).map(networkId)])].map((network) => ({ value: network, label: networkName(network) }));
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values), toFirstError)}>
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          {words.figuresHint}
        </Text>
        <Group grow align="flex-start">
          <Select label={words.network} withAsterisk searchable data={networks} {...form.getInputProps('network')} />
          <DateField label={words.day} withAsterisk {...form.getInputProps('day')} />
        </Group>
        <Group grow align="flex-start">
          <NumberField label={words.measures.followers} min={0} hideControls {...form.getInputProps('figures.followers')} />
          <NumberField label={words.measures.postsPerWeek} min={0} hideControls {...form.getInputProps('figures.postsPerWeek')} />
        </Group>
        <Group grow align="flex-start">
          <NumberField label={words.measures.engagementPerPost} min={0} hideControls {...form.getInputProps('figures.engagementPerPost')} />
          <NumberField label={words.measures.responseMinutes} min={0} hideControls {...form.getInputProps('figures.responseMinutes')} />
        </Group>
        <TextInput label={words.source} description={words.sourceHint} withAsterisk {...form.getInputProps('source')} />
        <ProblemAlert problem={save.problem} form={form} />
        <Group>
          <Button type="submit" size="compact-sm" loading={save.isPending}>
            {t.actions.save}
          </Button>
          <Button variant="default" size="compact-sm" onClick={onDone}>
            {t.actions.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
