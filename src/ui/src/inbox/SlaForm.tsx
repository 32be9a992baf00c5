import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { Day, formatDate, ProblemAlert, useMay } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { severities, type Sla } from './inbox';
import classes from './Inbox.module.css';

const words = t.inbox.sla;
type Term = Sla['terms'][number];

/** What is promised by severity, in business minutes, and the days on which nobody answers. */
export function SlaForm({ sla }: { sla: Sla }) {
  const may = useMay('runPlan');
  const [terms, setTerms] = useState(() => severities.map((severity) => sla.terms.find((term) => term.severity === severity)!));
  const [daysOff, setDaysOff] = useState(sla.daysOff);
  const change = (severity: string, part: Partial<Term>) => setTerms((before) => before.map((term) => (term.severity === severity ? { ...term, ...part } : term)));
  const put = (body: { terms: Term[]; daysOff: string[] }) => answer(client.PUT('/api/v1/brands/{brand}/inbox/sla', { params: { path: { brand: sla.brand } }, body }));
  const save = useCommand(() => put({ terms, daysOff }), { invalidate: [['inbox']], done: words.saved, undo: () => put({ terms: sla.terms, daysOff: sla.daysOff }), quiet: true });
  return (
    <section aria-label={words.title}>
      <Title order={2}>{words.title}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {words.note} {!sla.own && words.usual}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="md">
          <table className={classes.terms}>
            <thead>
              <tr>
                <th scope="col">{t.inbox.figures.severity}</th>
                <th scope="col">{words.answer}</th>
                <th scope="col">{words.resolve}</th>
              </tr>
            </thead>
            <tbody>
              {terms.map((term) => {
                const name = t.inbox.severities[term.severity];
                return (
                  <tr key={term.severity}>
                    <th scope="row">{name}</th>
                    <td>
                      <NumberField size="xs" w={110} readOnly={!may} aria-label={words.answerOf(name)} min={1} max={100_000} allowDecimal={false} value={term.answerMinutes} onChange={(value) => change(term.severity, { answerMinutes: Number(value) })} />
                    </td>
                    <td>
                      <NumberField size="xs" w={110} readOnly={!may} aria-label={words.resolveOf(name)} min={1} max={100_000} allowDecimal={false} value={term.resolveMinutes} onChange={(value) => change(term.severity, { resolveMinutes: Number(value) })} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <div>
            <Text size="sm" fw={500} mb={4}>
              {words.daysOff}
            </Text>
            {daysOff.length === 0 && (
              <Text size="sm" c="dimmed">
                {words.noDays}
              </Text>
            )}
            <Group gap="sm" mb="xs">
              {daysOff.map((day) => (
                <Group key={day} gap={2} wrap="nowrap">
                  <Day date={day} />
                  {may && (
                    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={words.removeDay(formatDate(day))} onClick={() => setDaysOff(daysOff.filter((one) => one !== day))}>
                      <IconX size={14} aria-hidden />
                    </ActionIcon>
                  )}
                </Group>
              ))}
            </Group>
            {may && <DateField key={daysOff.join()} label={words.addDay} w={200} value="" onChange={(day) => day && setDaysOff([...new Set([...daysOff, day])].sort())} />}
          </div>
          <ProblemAlert problem={save.problem} />
          {may && (
            <Button type="submit" variant="default" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
              {words.save}
            </Button>
          )}
        </Stack>
      </form>
    </section>
  );
}
