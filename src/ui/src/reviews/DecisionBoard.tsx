import { Badge, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answer, client, type components, useCommand } from '../api';
import { Empty, PersonPicker, ProblemAlert, useMay, usePeople } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { t } from '../texts';
import { reviewKey } from './review';

type Decision = components['schemas']['DecisionView'];
const words = t.reviews.decisions;

/** Decisions, each followed up by an action with somebody and a day, or listed as not followed up. */
export function DecisionBoard({ plan, review, decisions }: { plan: string; review?: string; decisions: Decision[] }) {
  const mayEdit = useMay('editPlan');
  const [following, setFollowing] = useState<string | null>(null);
  const invalidate = [['decisions', plan], ['reviews', plan], ['actions'], ...[...new Set(decisions.map((each) => each.review))].map(reviewKey), ...(review ? [reviewKey(review)] : [])];
  const record = useCommand(
    (input: FollowUp & { text: string }) => answer(client.POST('/api/v1/reviews/{review}/decisions', { params: { path: { review: review ?? '' } }, body: { text: input.text, owner: input.owner ?? undefined, due: input.due || undefined } })),
    { invalidate, done: words.recorded, quiet: true },
  );
  const follow = useCommand(
    (input: FollowUp & { decision: string }) => answer(client.POST('/api/v1/decisions/{decision}/follow-up', { params: { path: { decision: input.decision } }, body: { owner: input.owner ?? '', due: input.due } })),
    { invalidate, quiet: true, onDone: () => setFollowing(null) },
  );
  return (
    <Stack>
      {decisions.length === 0 && <Empty title={words.emptyTitle} text={words.empty} />}
      {decisions.map((decision) => (
        <Paper key={decision.id} withBorder p="sm" component="article">
          <Group justify="space-between" align="flex-start">
            <Text style={{ flex: 1, overflowWrap: 'anywhere' }}>{decision.text}</Text>
            <Group gap="xs">
              <Badge variant={decision.followedUp ? 'light' : 'outline'} color={decision.followedUp ? 'teal' : 'orange'}>
                {decision.followedUp ? words.followed : words.open}
              </Badge>
              {mayEdit && !decision.action && (
                <Button size="compact-sm" variant="subtle" onClick={() => setFollowing(following === decision.id ? null : decision.id)}>
                  {words.followUp}
                </Button>
              )}
            </Group>
          </Group>
          {following === decision.id && <FollowUpForm verb={words.followUp} busy={follow.isPending} problem={follow.problem} onSend={(input) => follow.mutateAsync({ ...input, decision: decision.id })} />}
        </Paper>
      ))}
      {mayEdit && review && <FollowUpForm withText verb={words.record} busy={record.isPending} problem={record.problem} onSend={(input) => record.mutateAsync(input)} />}
    </Stack>
  );
}

interface FollowUp {
  owner: string | null;
  due: string;
}

interface FormProps {
  withText?: boolean;
  verb: string;
  busy: boolean;
  problem: Parameters<typeof ProblemAlert>[0]['problem'];
  onSend: (input: FollowUp & { text: string }) => Promise<unknown>;
}

function FollowUpForm({ withText = false, verb, busy, problem, onSend }: FormProps) {
  const [text, setText] = useState('');
  const [owner, setOwner] = useState<string | null>(null);
  const [due, setDue] = useState('');
  const { people } = usePeople();
  const said = (field: string) => problem?.errors[field]?.join(' ');
  const send = async () => {
    try {
      await onSend({ text, owner, due });
      setText('');
      setOwner(null);
      setDue('');
    } catch {
      // Said by the alert; what was written stays.
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="xs" mt="xs">
        {withText && <TextInput label={words.text} required maxLength={1000} value={text} onChange={(event) => setText(event.currentTarget.value)} error={said('text')} />}
        <Group align="flex-start">
          <PersonPicker label={words.owner} people={people} value={owner} onChange={setOwner} required={!withText} error={said('owner')} />
          <DateField label={words.due} required={!withText} value={due} onChange={setDue} error={said('due')} />
          <Button type="submit" loading={busy} mt={24}>
            {verb}
          </Button>
        </Group>
        <ProblemAlert problem={problem} />
      </Stack>
    </form>
  );
}
