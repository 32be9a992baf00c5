import { ActionIcon, Anchor, Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { type Column, DataTable, formatNumber, Loaded, NetworkMark, ProblemAlert } from '../shared';
import { NetworkField } from '../shared/forms/NetworkField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { IdeaForm } from './IdeaForm';
import { type Idea, useIdeas } from './useCandidates';

const words = t.candidates;
const after = [['operation-ideas'], ['actions'], ['work'], ['plans']];

/** Operations nobody has tried yet, the most impact for the least effort first. */
export function IdeasPart({ plan, mayAdd, disabled }: { plan: string; mayAdd: boolean; disabled: boolean }) {
  const [changing, setChanging] = useState<Idea | null>(null);
  const read = useIdeas(plan);
  const form = useForm({ initialValues: { title: '', network: '', impact: 3, effort: 3 } });
  const add = useCommand((values: typeof form.values) => answer(client.POST('/api/v1/operation-ideas', { body: { ...values, network: values.network || null, plan } })), {
    form,
    invalidate: after,
    done: ({ title }) => words.ideaAdded(title),
    onDone: () => form.reset(),
  });
  const take = useCommand((idea: Idea) => answer(client.POST('/api/v1/operation-ideas/{idea}/take-up', { params: { path: { idea: idea.id } }, body: {} })), { invalidate: after, done: ({ title }) => words.takenUp(title) });
  const put = (idea: Idea, dropped: boolean) => answer(client.PATCH('/api/v1/operation-ideas/{idea}', { params: { path: { idea: idea.id } }, body: { dropped } }));
  const drop = useCommand((idea: Idea) => put(idea, true), { invalidate: after, done: ({ title }) => words.dropped(title), undo: (idea) => put(idea, false) });
  const back = useCommand((idea: Idea) => put(idea, false), { invalidate: after, done: ({ title }) => words.backOnList(title), undo: (idea) => put(idea, true) });
  const columns: Column<Idea>[] = [
    { key: 'title', title: words.idea, cell: (i) => i.title, sort: (i) => i.title, primary: true },
    { key: 'network', title: words.network, cell: (i) => i.network && <NetworkMark network={i.network} />, sort: (i) => i.network, hideBelow: 720 },
    { key: 'impact', title: words.impact, cell: (i) => i.impact, sort: (i) => i.impact, align: 'right' },
    { key: 'effort', title: words.effort, cell: (i) => i.effort, sort: (i) => i.effort, align: 'right' },
    { key: 'score', title: words.score, cell: (i) => <span className="figures">{formatNumber(i.score, 2)}</span>, sort: (i) => i.score, align: 'right' },
    {
      key: 'do',
      title: words.decision,
      cell: (i) =>
        i.state === 'takenUp' && i.work ? (
          <Anchor renderRoot={(props) => <Link to="/actions" search={{ work: i.work } as never} {...props} />}>{words.openAction}</Anchor>
        ) : disabled ? (
          words.states[i.state]
        ) : i.state === 'dropped' ? (
          <Button size="compact-sm" variant="default" aria-label={`${words.putBack}: ${i.title}`} onClick={() => back.mutate(i)}>
            {words.putBack}
          </Button>
        ) : (
          <Group gap="xs" wrap="nowrap">
            <Button size="compact-sm" variant="light" onClick={() => take.mutate(i)}>
              {words.takeUp}
            </Button>
            <ActionIcon variant="subtle" color="gray" aria-label={`${words.drop}: ${i.title}`} onClick={() => drop.mutate(i)}>
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ),
    },
  ];
  return (
    <>
      <Loaded read={read}>{(rows) => <DataTable label={words.ideas} name="ideas" rows={rows} columns={columns} rowKey={(i) => i.id} rowName={(i) => i.title} onOpen={disabled ? undefined : (i) => i.state === 'open' && setChanging(i)} empty={words.noIdeas} />}</Loaded>
      {changing && <IdeaForm idea={changing} onClose={() => setChanging(null)} />}
      {mayAdd && (
        <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
          <Group align="flex-end" mt="sm">
            <TextInput label={words.idea} maxLength={200} style={{ flex: '1 1 220px' }} {...form.getInputProps('title')} />
            <NetworkField label={words.network} clearable w={160} {...form.getInputProps('network')} />
            <NumberField label={words.impact} title={words.of5} min={1} max={5} w={90} {...form.getInputProps('impact')} />
            <NumberField label={words.effort} title={words.of5} min={1} max={5} w={90} {...form.getInputProps('effort')} />
            <Button type="submit" variant="default" disabled={!form.values.title.trim()} loading={add.isPending}>
              {words.addIdea}
            </Button>
          </Group>
          <ProblemAlert problem={add.problem} form={form} />
        </form>
      )}
    </>
  );
}
