import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { formatDate, Loaded, Page, PersonPicker, TableSkeleton, useMay, useMember, usePeople, useUrl, WithPlan } from '../shared';
import { t } from '../texts';
import { ImportTime } from './ImportTime';
import { PeopleRates } from './PeopleRates';
import { afterMoney, returnsTabs, useWorkChoices } from './returns';
import { TimeEntries } from './TimeEntries';
import { TimerStrip } from './TimerStrip';
import { WeekGrid } from './WeekGrid';
import { WorkSelect } from './WorkSelect';

const words = t.returns.week;

export default function TimePage() {
  return (
    <Page title={t.returns.title} purpose={words.purpose} help={words.help} tabs={returnsTabs}>
      <WithPlan skeleton={<TableSkeleton />}>{(plan) => <Week plan={plan.id} />}</WithPlan>
    </Page>
  );
}

const shifted = (day: string, by: number) => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);

function Week({ plan }: { plan: string }) {
  const me = useMember();
  const mayOthers = useMay('runPlan');
  const seesCosts = useMay('seeCosts');
  const { people } = usePeople();
  const [url, setUrl] = useUrl();
  const [added, setAdded] = useState<string[]>([]);
  const choices = useWorkChoices(plan);
  const member = mayOthers ? url.member : undefined;
  const read = useRead(['returns', plan, 'week', url.day, member], () => answer(client.GET('/api/v1/plans/{plan}/hours', { params: { path: { plan }, query: { day: url.day, member } } })), { keep: true });
  const set = useCommand(
    ({ work, day, text }: { work: string | null; day: string; text: string }) => answer(client.PUT('/api/v1/plans/{plan}/hours', { params: { path: { plan } }, body: { cells: [{ day, time: text, work }], member } })),
    { invalidate: afterMoney(plan), inTurn: `hours ${plan}` },
  );
  return (
    <Loaded read={read} skeleton={<TableSkeleton />}>
      {(week) => {
        const known = new Set(week.rows.map((row) => row.work ?? ''));
        const fresh = added.filter((work) => !known.has(work)).map((work) => ({ work, title: choices.data?.find((choice) => choice.id === work)?.title ?? '', minutes: week.days.map(() => 0) }));
        const turn = (by: number) => setUrl({ day: shifted(week.days[0] ?? '', by) });
        return (
          <Stack gap="lg">
            <TimerStrip plan={plan} timer={week.timer} />
            <Group justify="space-between" align="flex-end">
              <Group gap="xs">
                <Button variant="default" leftSection={<IconChevronLeft size={16} aria-hidden />} onClick={() => turn(-7)}>
                  {words.earlier}
                </Button>
                <Button variant="default" rightSection={<IconChevronRight size={16} aria-hidden />} onClick={() => turn(7)} disabled={week.days.includes(week.today)}>
                  {words.later}
                </Button>
                <Title order={2}>{words.weekOf(formatDate(week.days[0] ?? ''))}</Title>
              </Group>
              {mayOthers && <PersonPicker label={words.whose} people={people} value={week.member} onChange={(id) => setUrl({ member: id === null || id === me.id ? undefined : id })} required />}
            </Group>
            <WeekGrid key={`${week.member}/${week.days[0]}`} week={week} rows={[...week.rows, ...fresh]} onSet={(work, day, text) => set.mutate({ work, day, text })} />
            <Group align="flex-end">
              <div style={{ flex: '1 1 240px', maxWidth: 420 }}>
                <WorkSelect plan={plan} label={words.addRow} value={null} onChange={(work) => work && setAdded([...added, work])} />
              </div>
            </Group>
            <Text size="sm" c="dimmed">
              {words.hint}
            </Text>
            <TimeEntries plan={plan} entries={week.entries} />
            <ImportTime plan={plan} />
            {seesCosts && <PeopleRates />}
          </Stack>
        );
      }}
    </Loaded>
  );
}
