import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert, useMay } from '../shared';
import { t } from '../texts';
import { Card } from './Card';
import { FromTemplate } from './FromTemplate';
import { type Plan, useChangePlan } from './plan';

const words = t.plans.situation;
const parts = ['customers', 'competitors', 'capability', 'market', 'constraints'] as const;

/** Where the brand stands when it plans: what goals are justified with. */
export function SituationCard({ plan }: { plan: Plan }) {
  const mayEdit = useMay('editPlan') && plan.status !== 'closed';
  const [draft, setDraft] = useState<Plan['situation'] | null>(null);
  const change = useChangePlan(plan);
  return (
    <Card
      id="situation"
      title={words.title}
      action={
        mayEdit &&
        !draft && (
          <Button size="compact-sm" variant="default" onClick={() => setDraft(plan.situation)}>
            {t.plans.words.edit}
          </Button>
        )
      }
    >
      {draft ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate({ situation: draft }, { onSuccess: () => setDraft(null) });
          }}
        >
          <Stack gap="sm">
            {parts.map((part) => (
              <Textarea key={part} label={words[part]} autosize minRows={1} maxLength={4000} value={draft[part] ?? ''} onChange={(event) => setDraft({ ...draft, [part]: event.currentTarget.value })} />
            ))}
            <ProblemAlert problem={change.problem} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setDraft(null)}>
                {t.actions.cancel}
              </Button>
              <Button type="submit" loading={change.isPending}>
                {t.actions.save}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        parts.map((part) => (
          <div key={part}>
            <Text size="sm" c="dimmed">
              {words[part]}
            </Text>
            <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} c={plan.situation[part] ? undefined : 'dimmed'}>
              {plan.situation[part] ?? t.plans.words.nothing}
            </Text>
            {plan.fromTemplate?.includes(part) && <FromTemplate />}
          </div>
        ))
      )}
    </Card>
  );
}
