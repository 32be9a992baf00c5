import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { Day, ProblemAlert, useMay } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { t } from '../texts';
import { Card } from './Card';
import { type Plan, useChangePlan } from './plan';

const words = t.plans.dates;

/** When the plan begins and ends; it may have an open end. */
export function DatesCard({ plan }: { plan: Plan }) {
  const mayEdit = useMay('editPlan') && plan.status !== 'closed';
  const [start, setStart] = useState(plan.start ?? '');
  const [end, setEnd] = useState(plan.end ?? '');
  const [open, setOpen] = useState(plan.end === null);
  const change = useChangePlan(plan);
  const touched = start !== (plan.start ?? '') || open !== (plan.end === null) || (!open && end !== (plan.end ?? ''));
  if (!mayEdit) {
    return (
      <Card id="dates" title={words.title}>
        <Group>
          {plan.start ? <Day date={plan.start} /> : t.plans.words.nothing} – {plan.end ? <Day date={plan.end} /> : words.open}
        </Group>
      </Card>
    );
  }
  return (
    <Card id="dates" title={words.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ start: start || undefined, end: open ? undefined : end || undefined, noEnd: open });
        }}
      >
        <Stack gap="sm">
          <Group grow align="flex-start">
            <DateField label={words.start} value={start} onChange={setStart} error={change.problem?.errors.start?.join(' ')} />
            <DateField label={words.end} value={open ? '' : end} disabled={open} onChange={setEnd} error={change.problem?.errors.end?.join(' ')} />
          </Group>
          <Checkbox label={words.open} checked={open} onChange={(event) => setOpen(event.currentTarget.checked)} />
          <ProblemAlert problem={change.problem} />
          {touched && (
            <Button type="submit" size="compact-sm" style={{ alignSelf: 'flex-end' }} loading={change.isPending}>
              {t.actions.save}
            </Button>
          )}
        </Stack>
      </form>
    </Card>
  );
}
