import { Button, Card, Group, Select, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../api';
import { Day, formatPercent, Loaded, MemberAvatar, useMay, usePeople } from '../shared';
import { t } from '../texts';
import { BoardForm } from './BoardForm';
import classes from './Outline.module.css';
import { afterWork, type Stage, stage as toStage, stageName, useBoard, type Work } from './useWork';

const words = t.actionItems;
const dragged = 'application/x-bellwether-card';

interface Props {
  plan: string;
  rows: Work[];
  disabled: boolean;
  onOpen: (work: Work) => void;
}

/** Actions in the columns of the plan. Dragging a card, or choosing its column, begins it, ticks it off or takes the tick back. */
export function Board({ plan, rows, disabled, onOpen }: Props) {
  const mayRun = useMay('runPlan');
  const [changing, setChanging] = useState(false);
  const read = useBoard(plan);
  return (
    <Loaded read={read}>
      {(board) => (
        <Stack gap="sm">
          {mayRun && (
            <Button variant="default" size="compact-md" leftSection={<IconColumns3 size={16} aria-hidden />} style={{ alignSelf: 'flex-end' }} onClick={() => setChanging(true)}>
              {words.board.change}
            </Button>
          )}
          <Columns stages={board.stages} own={board.own} rows={rows} disabled={disabled} onOpen={onOpen} />
          {changing && <BoardForm plan={plan} board={board} onClose={() => setChanging(false)} />}
        </Stack>
      )}
    </Loaded>
  );
}

function Columns({ stages, own, rows, disabled, onOpen }: Omit<Props, 'plan'> & { stages: Stage[]; own: boolean }) {
  const { nameOf } = usePeople();
  const [over, setOver] = useState<string | null>(null);
  const cards = rows.filter((work) => work.kind === 'actionItem');
  const of = (stage: Stage) => cards.filter((work) => work.stage === stage.name);
  const bring = useCommand(({ work, to }: { work: Work; to: string }) => toStage(work.id, to), { invalidate: afterWork, done: ({ work }) => words.changed(work.title) });
  const fits = (work: Work, to: Stage) => work.stage !== to.name && !(to.state === 'open' && work.state !== 'open') && (work.leaves === 1 || to.state === work.state);
  const set = (id: string, to: Stage) => {
    const work = cards.find((card) => card.id === id);
    if (work && fits(work, to)) bring.mutate({ work, to: to.name });
  };
  return (
    <div className={classes.board}>
      {stages.map((stage) => (
        <section
          key={stage.name}
          className={classes.column}
          aria-label={stageName(stage, own)}
          data-over={over === stage.name || undefined}
          onDragOver={(event) => {
            if (event.dataTransfer.types.includes(dragged)) {
              event.preventDefault();
              setOver(stage.name);
            }
          }}
          onDragLeave={() => setOver(null)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(null);
            set(event.dataTransfer.getData(dragged), stage);
          }}
        >
          <Group justify="space-between" mb="sm" wrap="nowrap">
            <Title order={2} style={{ overflowWrap: 'anywhere' }}>
              {stageName(stage, own)}
            </Title>
            <Text size="sm" c="dimmed" className="figures">
              {of(stage).length}
            </Text>
          </Group>
          <Stack gap="sm">
            {of(stage).length === 0 && (
              <Text size="sm" c="dimmed">
                {words.board.none}
              </Text>
            )}
            {of(stage).map((work) => (
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
                {!disabled && (
                  <Select
                    mt="xs"
                    size="xs"
                    variant="filled"
                    aria-label={words.moveTo(work.title, '…')}
                    data={stages.map((each) => ({ value: each.name, label: stageName(each, own), disabled: each.name !== work.stage && !fits(work, each) }))}
                    value={stage.name}
                    allowDeselect={false}
                    onChange={(value) => {
                      const to = stages.find((each) => each.name === value);
                      if (to) set(work.id, to);
                    }}
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
