import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert } from '../shared';
import { TimeField } from '../shared/forms/TimeField';
import { t } from '../texts';
import { type ChangePlan, type Plan, useChangePlan } from './plan';
import { type Rhythm, rhythmOf, ruleOf } from './rhythm';

const words = t.plans.schedule;
const rhythms: Rhythm[] = ['monthly', 'quarterly', 'fortnightly', 'weekly', 'own'];

/** Chooses the review rhythm: a day although not a date, a local time, and where it goes on a day off. */
export function ScheduleForm({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const [chosen, setChosen] = useState(rhythmOf(plan.reviews?.rule));
  const [time, setTime] = useState(plan.reviews?.time.slice(0, 5) ?? '10:00');
  const [move, setMove] = useState<string>(plan.reviews?.move ?? 'earlier');
  const [daysOff, setDaysOff] = useState((plan.reviews?.daysOff ?? []).join('\n'));
  const change = useChangePlan(plan);
  const set = (part: Partial<typeof chosen>) => setChosen({ ...chosen, ...part });
  const said = (field: string) => change.problem?.errors[field]?.join(' ');
  const withNth = chosen.rhythm === 'monthly' || chosen.rhythm === 'quarterly';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          { reviewRule: ruleOf(chosen), reviewTime: time, reviewMove: move as ChangePlan['reviewMove'], reviewDaysOff: daysOff.split(/[\s,;]+/).filter(Boolean) },
          { onSuccess: onDone },
        );
      }}
    >
      <Stack gap="sm">
        <Select label={words.how} data={rhythms.map((value) => ({ value, label: words[value] }))} value={chosen.rhythm} onChange={(value) => set({ rhythm: (value ?? 'monthly') as Rhythm })} />
        {chosen.rhythm === 'own' ? (
          <TextInput label={words.rule} value={chosen.rule} onChange={(event) => set({ rule: event.currentTarget.value })} error={said('reviewRule')} />
        ) : (
          <Group grow>
            {withNth && (
              <Select
                label={words.nth}
                data={['-1', '1', '2', '3', '4'].map((value) => ({ value, label: words.nths[value] ?? value }))}
                value={chosen.nth}
                onChange={(value) => set({ nth: value ?? '-1' })}
              />
            )}
            <Select label={words.day} data={Object.entries(words.days).map(([value, label]) => ({ value, label }))} value={chosen.day} onChange={(value) => set({ day: value ?? 'TH' })} />
          </Group>
        )}
        <Group grow>
          <TimeField label={words.time} value={time} onChange={setTime} required error={said('reviewTime')} />
          <Select label={words.move} data={Object.entries(words.moves).map(([value, label]) => ({ value, label }))} value={move} onChange={(value) => setMove(value ?? 'earlier')} />
        </Group>
        <Textarea label={words.daysOff} description={words.daysOffHint} autosize minRows={2} value={daysOff} onChange={(event) => setDaysOff(event.currentTarget.value)} error={said('reviewDaysOff')} />
        <ProblemAlert problem={change.problem} />
        <Group justify="space-between">
          {plan.reviews ? (
            <Button variant="subtle" color="gray" onClick={() => change.mutate({ reviewRule: '' }, { onSuccess: onDone })}>
              {words.remove}
            </Button>
          ) : (
            <span />
          )}
          <Group>
            <Button variant="default" onClick={onDone}>
              {t.actions.cancel}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {t.actions.save}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
