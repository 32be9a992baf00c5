import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { answer, client, useCommand } from '../api';
import { formatDate, ProblemAlert } from '../shared';
import { t } from '../texts';
import { afterMoney, clockTime, type Schemas } from './returns';
import { WorkSelect } from './WorkSelect';

type Timer = Schemas['TimerView'];
const words = t.returns.timer;

/** The minutes since a moment, counted on while the page is open. */
function useMinutesSince(start: string): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const turn = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(turn);
  }, []);
  return Math.max(0, Math.floor((now - Date.parse(start)) / 60_000));
}

/** The timer of whoever looks: it runs on the server, so that a closed window does not stop it. */
export function TimerStrip({ plan, timer }: { plan: string; timer: Timer | null }) {
  return (
    <Paper p="md" component="section" aria-label={words.title}>
      {timer ? <Running key={timer.id} plan={plan} timer={timer} /> : <Start plan={plan} />}
    </Paper>
  );
}

function Start({ plan }: { plan: string }) {
  const [work, setWork] = useState('');
  const start = useCommand(() => answer(client.POST('/api/v1/plans/{plan}/timer', { params: { path: { plan } }, body: { work: work || null } })), { invalidate: afterMoney(plan) });
  return (
    <Group align="flex-end" gap="sm">
      <div style={{ flex: '1 1 240px', maxWidth: 420 }}>
        <WorkSelect plan={plan} label={words.workOn} value={work} onChange={setWork} />
      </div>
      <Button variant="default" leftSection={<IconPlayerPlay size={16} aria-hidden />} loading={start.isPending} onClick={() => start.mutate()}>
        {words.start}
      </Button>
    </Group>
  );
}

function Running({ plan, timer }: { plan: string; timer: Timer }) {
  const minutes = useMinutesSince(timer.startedAt);
  const [time, setTime] = useState('');
  const invalidate = [...afterMoney(timer.plan), ...afterMoney(plan)];
  const stop = useCommand(() => answer(client.POST('/api/v1/timer/stop', { body: { time: time.trim() || null } })), { invalidate, quiet: true, done: (_, { entry, why }) => (entry ? words.stopped(clockTime(entry.minutes)) : (why ?? '')) });
  const drop = useCommand(() => answer(client.DELETE('/api/v1/timer')), { invalidate, done: words.dropped });
  const asks = timer.isDoubtful || stop.problem?.errors.time !== undefined;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text>
          {words.runs} <b>{timer.workTitle}</b>: <span className="figures">{clockTime(minutes)}</span> {words.since(formatDate(timer.day))}
        </Text>
        <Group gap="xs">
          <Button leftSection={<IconPlayerStop size={16} aria-hidden />} loading={stop.isPending} disabled={asks && time.trim() === ''} onClick={() => stop.mutate()}>
            {words.stop}
          </Button>
          <Button variant="subtle" color="gray" loading={drop.isPending} onClick={() => drop.mutate()}>
            {words.drop}
          </Button>
        </Group>
      </Group>
      {asks && <TextInput label={words.howLong} description={words.howLongHint} placeholder="1:30" maw={320} value={time} onChange={(event) => setTime(event.currentTarget.value)} error={stop.problem?.errors.time?.join(' ')} />}
      {!asks && <ProblemAlert problem={stop.problem} />}
    </Stack>
  );
}
