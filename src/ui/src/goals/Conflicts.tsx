import { Anchor, Button, Group, Paper, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconArrowsDiff, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { Loaded, ProblemAlert, StatusMark, useMay } from '../shared';
import { t } from '../texts';
import { Section } from './Section';

const words = t.foresight.rules;

type Conflict = components['schemas']['ConflictView'];

/** Where departments want what cannot both be, and how it was settled. */
export function Conflicts({ plan, open }: { plan: string; open: boolean }) {
  const read = useRead(['conflicts', plan], () => answer(client.GET('/api/v1/plans/{plan}/conflicts', { params: { path: { plan } } })));
  const maySettle = useMay('runPlan') && open;
  // Whoever plans alone has nobody to collide with.
  if (read.data?.hidden) return null;
  return (
    <Section title={words.conflicts}>
      <Loaded read={read}>
        {(view) =>
          view.conflicts.length === 0 ? (
            <StatusMark tone="good" icon={IconCircleCheck}>
              {words.conflictsNone}
            </StatusMark>
          ) : (
            <Stack gap="sm">
              {view.conflicts.map((one) => (
                <ConflictCard key={one.conflict.key} plan={plan} one={one} maySettle={maySettle} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}

function ConflictCard({ plan, one, maySettle }: { plan: string; one: Conflict; maySettle: boolean }) {
  const [settling, setSettling] = useState(false);
  const favoured = one.conflict.sides.find((side) => side.goal === one.favours);
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group gap="sm">
          {one.decision === null ? (
            <StatusMark tone="bad" icon={IconArrowsDiff}>
              {t.foresight.assumptions.open}
            </StatusMark>
          ) : (
            <StatusMark tone="good" icon={IconCircleCheck}>
              {words.settledBy(one.settledBy ?? '')}
            </StatusMark>
          )}
        </Group>
        <Text>{one.conflict.sentence}</Text>
        {one.conflict.sides.map((side) => (
          <Text key={side.goal} size="sm">
            {side.department}:{' '}
            <Anchor renderRoot={(props) => <Link to="/goals" search={{ goal: side.goal } as never} {...props} />}>{side.title}</Anchor> ({side.wants})
          </Text>
        ))}
        {one.decision !== null && (
          <Text>
            {one.decision} {favoured && `(${words.favours}: ${favoured.title})`}
          </Text>
        )}
        {maySettle &&
          (settling ? (
            <SettleForm plan={plan} one={one} onDone={() => setSettling(false)} />
          ) : (
            <Button size="compact-sm" variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setSettling(true)}>
              {words.settle}
            </Button>
          ))}
      </Stack>
    </Paper>
  );
}

function SettleForm({ plan, one, onDone }: { plan: string; one: Conflict; onDone: () => void }) {
  const [decision, setDecision] = useState('');
  const [favours, setFavours] = useState<string | null>(null);
  const settle = useCommand(() => answer(client.POST('/api/v1/plans/{plan}/conflicts/settle', { params: { path: { plan } }, body: { conflict: one.conflict.key, decision, favours } })), {
    invalidate: [['conflicts', plan], ['attainability', plan], ['gates']],
    done: words.settled,
    quiet: true,
    onDone,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        settle.mutate();
      }}
    >
      <Stack gap="sm">
        <Textarea label={words.decision} required autosize minRows={2} maxLength={1000} value={decision} onChange={(event) => setDecision(event.currentTarget.value)} />
        <Select label={words.favours} clearable placeholder={words.nobody} data={one.conflict.sides.map((side) => ({ value: side.goal, label: side.title }))} value={favours} onChange={setFavours} />
        <ProblemAlert problem={settle.problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t.actions.cancel}
          </Button>
          <Button type="submit" loading={settle.isPending} disabled={!decision.trim()}>
            {words.settle}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
