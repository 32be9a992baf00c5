import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { Loaded, useBrand, useMay } from '../shared';
import { t } from '../texts';
import classes from './Views.module.css';
import { asked, stale, type Theme, usePlan, useThemes } from './data';
import { useDesk } from './desk';
import type { Entry } from './draft';
import { useFilters } from './filters';
import { PostChip } from './PostChip';
import { useDrop } from './useDrop';
import { walkColumns } from './walk';

const words = t.scheduling.ideas;
type Stage = components['schemas']['IdeaStage'];
const stages: Stage[] = ['idea', 'drafting', 'ready'];

/** Drafts without a day: the ideas of the calendar, the newest first. */
export function useIdeas() {
  const brand = useBrand();
  const filters = useFilters();
  const query = { brand: brand.id, ...asked({ ...filters, status: 'draft' }), slotless: true, take: 200 };
  return useRead(['posts', 'ideas', query], () => answer(client.GET('/api/v1/posts', { params: { query } })), { keep: true });
}

/** Says how far an idea has come. */
export function useStage() {
  const stage = (post: string, to: Stage) => answer(client.POST('/api/v1/posts/{post}/stage', { params: { path: { post } }, body: { stage: to } }));
  return useCommand(({ entry, to }: { entry: Entry; to: Stage }) => stage(entry.post, to), { invalidate: stale, done: ({ entry }) => words.staged(entry.title), undo: ({ entry }) => stage(entry.post, entry.stage) });
}

/** Ideas on their way to a day: thought of, being written, ready. */
export function IdeasBoard() {
  const ideas = useIdeas();
  const themes = useThemes();
  const mayWrite = useMay('writePosts');
  return (
    <Loaded read={ideas}>
      {(found) => (
        <>
          {mayWrite && <IdeaLine />}
          <div className={classes.board} role="group" aria-label={t.scheduling.views.ideas} onKeyDown={walkColumns}>
            {stages.map((stage) => (
              <IdeaColumn key={stage} stage={stage} entries={found.items.filter((entry) => entry.stage === stage)} themes={themes} />
            ))}
          </div>
          <Text size="xs" c="dimmed" mt="xs">
            {words.drag}
          </Text>
        </>
      )}
    </Loaded>
  );
}

function IdeaColumn({ stage, entries, themes }: { stage: Stage; entries: Entry[]; themes: Theme[] }) {
  const move = useStage();
  const desk = useDesk();
  const go = (entry: Entry, to: Stage | undefined) => {
    if (!to || (entry.at == null && entry.stage === to)) return;
    // What comes from a day becomes an idea again.
    if (entry.at != null) desk.change([entry], 'takeOut');
    else move.mutate({ entry, to });
  };
  const drop = useDrop((entry) => go(entry, stage));
  return (
    <section className={classes.column} aria-label={`${words.columns[stage]}, ${entries.length}`} data-cell {...drop}>
      <header className={classes.columnHead}>
        <strong>{words.columns[stage]}</strong>
        <span className="figures">{entries.length}</span>
      </header>
      <ul className={classes.cards}>
        {entries.map((entry) => (
          <li key={entry.post}>
            <PostChip entry={entry} themes={themes} rows="none" onNudge={(each, across) => go(each, stages[stages.indexOf(stage) + across])} />
          </li>
        ))}
      </ul>
      {entries.length === 0 && (
        <Text size="xs" c="dimmed">
          {words.none}
        </Text>
      )}
    </section>
  );
}

/** Writes an idea down in one line and stays ready for the next one. */
function IdeaLine() {
  const brand = useBrand();
  const plan = usePlan();
  const [title, setTitle] = useState('');
  const add = useCommand(() => answer(client.POST('/api/v1/posts', { body: { brand: brand.id, plan: plan?.id ?? null, title: title.trim() } })), {
    invalidate: stale,
    done: words.added,
    undo: (_, post) => answer(client.POST('/api/v1/posts/{post}/archive', { params: { path: { post: post.id } } })),
    onDone: () => setTitle(''),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') add.mutate();
      }}
    >
      <Group gap="xs" mb="sm" align="flex-end">
        <TextInput label={words.add} placeholder={words.addHint} maxLength={200} value={title} onChange={(event) => setTitle(event.currentTarget.value)} style={{ flex: '1 1 220px', maxWidth: 480 }} />
        <Button type="submit" variant="default" loading={add.isPending} disabled={title.trim() === ''}>
          {words.add}
        </Button>
      </Group>
    </form>
  );
}
