import { Button, Group, Paper, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { formatDate, formatPercent, ProblemAlert, useBrand, useMay } from '../shared';
import { t } from '../texts';
import { AssumptionMark, VerdictMark } from './AssumptionMark';
import { type Assumption, metricFormat } from './goal';
import { emptyGuess, guessOf } from './guess';
import { GuessFields } from './GuessFields';

const words = t.foresight.assumptions;

interface Props {
  plan: string;
  assumption: Assumption;
  mayEdit: boolean;
}

/** One assumption: what is believed and why, the guess, what the numbers said, and every older guess. */
export function AssumptionCard({ plan, assumption, mayEdit }: Props) {
  const [revising, setRevising] = useState(false);
  const mayTest = useMay('takePart');
  const invalidate = [['assumptions'], ['attainability', plan], ['goals'], ['calibration', plan]];
  const path = { params: { path: { assumption: assumption.id } } };
  const test = useCommand(() => answer(client.POST('/api/v1/assumptions/{assumption}/test', path)), { invalidate });
  const remove = useCommand(() => answer(client.DELETE('/api/v1/assumptions/{assumption}', path)), { invalidate, done: words.removed });
  const judged = assumption.guesses.some((guess) => guess.outcome !== null);
  const [newest, ...older] = assumption.guesses;
  return (
    <Paper withBorder p="md" component="article" aria-label={assumption.statement}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start">
          <Text fw={600} style={{ flex: '1 1 240px' }}>
            {assumption.statement}
          </Text>
          <AssumptionMark assumption={assumption} />
        </Group>
        <Text size="sm" c="dimmed">
          {assumption.reasoning}
        </Text>
        {newest && <GuessLine assumption={assumption} guess={newest} />}
        <Text size="sm" c="dimmed">
          {[assumption.metric.name, assumption.goalTitle, assumption.ownerName].filter(Boolean).join(' · ')}
        </Text>
        {older.length > 0 && (
          <div>
            <Text size="sm" fw={600}>
              {words.older}
            </Text>
            {older.map((guess) => (
              <Group key={guess.revision} gap="xs">
                <GuessLine assumption={assumption} guess={guess} />
                <VerdictMark verdict={guess.outcome?.verdict ?? null} />
              </Group>
            ))}
          </div>
        )}
        {revising ? (
          <ReviseForm assumption={assumption} plan={plan} onDone={() => setRevising(false)} />
        ) : (
          <Group gap="xs">
            {mayTest && assumption.due && (
              <Button size="compact-sm" variant="default" loading={test.isPending} onClick={() => test.mutate()}>
                {words.test}
              </Button>
            )}
            {mayEdit && (
              <Button size="compact-sm" variant="default" onClick={() => setRevising(true)}>
                {words.revise}
              </Button>
            )}
            {mayEdit && !judged && (
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => remove.mutate()}>
                {words.remove}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function GuessLine({ assumption, guess }: { assumption: Assumption; guess: Assumption['guesses'][number] }) {
  const { currency } = useBrand();
  const format = metricFormat(assumption.metric, currency);
  const said = [words.guess(format(guess.value), format(guess.low), format(guess.high), formatDate(guess.testDate)), words.sure(formatPercent(guess.confidence, 0)), guess.byName];
  const soFar = guess.outcome === null && assumption.now !== null && words.soFar(format(assumption.now));
  return (
    <div>
      <Text size="sm" className="figures">
        {[...said, soFar].filter(Boolean).join(', ')}
        {guess.afterTheFact && (
          <Tooltip label={words.afterHint} multiline maw={280}>
            <Text span size="sm" c="dimmed" tabIndex={0}>
              {` (${words.after})`}
            </Text>
          </Tooltip>
        )}
      </Text>
      {guess.outcome && <Text size="sm">{guess.outcome.words}</Text>}
      {guess.why && (
        <Text size="sm" c="dimmed">
          {guess.why}
        </Text>
      )}
    </div>
  );
}

function ReviseForm({ assumption, plan, onDone }: { assumption: Assumption; plan: string; onDone: () => void }) {
  const form = useForm({ initialValues: emptyGuess });
  const revise = useCommand(
    () => answer(client.POST('/api/v1/assumptions/{assumption}/guesses', { params: { path: { assumption: assumption.id } }, body: { guess: guessOf(form.values, assumption.metric) } })),
    { invalidate: [['assumptions'], ['attainability', plan]], done: words.revised, form, onDone },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        revise.mutate();
      }}
    >
      <Stack gap="sm">
        <GuessFields form={form} metric={assumption.metric} />
        <TextInput label={words.why} maxLength={500} {...form.getInputProps('why')} />
        <ProblemAlert problem={revise.problem} form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t.actions.cancel}
          </Button>
          <Button type="submit" loading={revise.isPending}>
            {words.revise}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
