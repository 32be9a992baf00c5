import { Card, Group, Select, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api';
import { Day, formatPercent, MemberAvatar, usePeople } from '../shared';
import { t } from '../texts';
import classes from './Outline.module.css';
import { afterWork, start, tick, untick, type Work } from './useWork';

const words = t.actionItems;
const states = ['open', 'started', 'done'] as const;
type State = (typeof states)[number];
const dragged = 'application/x-bellwether-card';

/** Actions by state. Dragging a card, or choosing its state, starts it, ticks it off or takes the tick back. */
export function Board({ rows, disabled, onOpen }: { rows: Work[]; disabled: boolean; onOpen: (work: Work) => void }) {
  const { nameOf } = usePeople();
  const [over, setOver] = useState<State | null>(null);
  const cards = rows.filter((work) => work.kind === 'actionItem');
  const bring = useCommand(({ work, to }: { work: Work; to: State }) => (to === 'done' ? tick(work.id) : work.state === 'done' ? untick(work.id) : start(work.id)), {
    invalidate: afterWork,
    done: ({ work }) => words.changed(work.title),
  });
  const set = (id: string, to: State) => {
    const work = cards.find((card) => card.id === id);
    if (work && work.state !== to && !(to === 'open' && work.state === 'started')) bring.mutate({ work, to });
  };
  return (
    <div className={classes.board}>
      {states.map((state) => (
        <section
          key={state}
          className={classes.column}
          aria-label={words.states[state]}
          data-over={over === state || undefined}
          onDragOver={(event) => {
            if (event.dataTransfer.types.includes(dragged)) {
              event.preventDefault();
              setOver(state);
            }
          }}
          onDragLeave={() => setOver(null)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(null);
            set(event.dataTransfer.getData(dragged), state);
          }}
        >
          <Title order={2} mb="sm">
            {words.states[state]}
          </Title>
          <Stack gap="sm">
            {cards
              .filter((work) => work.state === state)
              .map((work) => (
                <Card key={work.id} padding="sm" draggable={!disabled} onDragStart={(event) => event.dataTransfer.setData(dragged, work.id)}>
                  <UnstyledButton onClick={() => onOpen(work)} style={{ overflowWrap: 'anywhere' }}>
                    {work.title}
                  </UnstyledButton>
                  <Group justify="space-between" mt="xs" wrap="nowrap">
                    <Text size="xs" c="dimmed">
                      {work.due ? <Day date={work.due} /> : formatPercent(work.progress / 100, 0)}
                    </Text>
                    <MemberAvatar name={nameOf(work.owner)} />
                  </Group>
                  {!disabled && work.leaves === 1 && (
                    <Select
                      mt="xs"
                      size="xs"
                      aria-label={words.moveTo(work.title, '…')}
                      data={states.map((value) => ({ value, label: words.states[value], disabled: value === 'open' && state === 'started' }))}
                      value={state}
                      onChange={(value) => set(work.id, value as State)}
                    />
                  )}
                </Card>
              ))}
          </Stack>
        </section>
      ))}
    </div>
  );
}
