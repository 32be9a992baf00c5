import { Anchor, Button, Group, Paper, Select, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { Day, Difference, Figure, formatPercent, Loaded, ProblemAlert, useBrand, useMay } from '../shared';
import { Alarm } from '../shared/expectations/Alarm';
import { NumberField } from '../shared/forms/NumberField';
import { MetricSelect } from '../shared/forms/MetricSelect';
import { t } from '../texts';
import { fromField, toField } from '../shared/forms/metricFields';
import { type Expected, metricFormat, useMetrics } from './goal';
import { Section } from './Section';
import { useSubjects } from './useSubjects';

const words = t.foresight.expected;

/** What is supposed to come of posts, actions and campaigns, and what came. */
export function ExpectedResults({ plan, open }: { plan: string; open: boolean }) {
  const [adding, setAdding] = useState(false);
  const read = useRead(['expectations', plan], () => answer(client.GET('/api/v1/expectations', { params: { query: { plan } } })));
  const mayAdd = useMay('takePart') && open;
  return (
    <Section
      title={words.title}
      action={
        mayAdd &&
        !adding && (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      <Stack gap="md">
        <Text c="dimmed">{words.text}</Text>
        {adding && <ExpectForm plan={plan} onDone={() => setAdding(false)} />}
        <Loaded read={read}>{(rows) => (rows.length === 0 ? <Text c="dimmed">{words.none}</Text> : <Rows plan={plan} rows={rows} />)}</Loaded>
      </Stack>
    </Section>
  );
}

function Rows({ plan, rows }: { plan: string; rows: Expected[] }) {
  const { currency } = useBrand();
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.subject}</Table.Th>
            <Table.Th ta="right">{words.expected}</Table.Th>
            <Table.Th ta="right">{words.came}</Table.Th>
            <Table.Th>{words.apart}</Table.Th>
            <Table.Th>{words.until}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => {
            const format = metricFormat({ unit: row.unit } as never, currency);
            return (
              <Table.Tr key={row.id}>
                <Table.Td>
                  {row.path ? <Anchor renderRoot={(props) => <Link to={row.path!.split('?')[0] as never} search={Object.fromEntries(new URLSearchParams(row.path!.split('?')[1])) as never} {...props} />}>{row.title}</Anchor> : (row.title ?? row.subject)}
                  <Text size="xs" c="dimmed">
                    {[row.metricName, row.words, row.byName].filter(Boolean).join(' · ')}
                  </Text>
                  <Alarm expected={row} plan={plan} />
                </Table.Td>
                <Table.Td ta="right">
                  <Figure value={row.expected} format={format} />
                </Table.Td>
                <Table.Td ta="right">
                  <Figure value={row.actual} format={format} />
                </Table.Td>
                <Table.Td>
                  <Difference value={row.variance} format={format} /> {row.variancePercent != null && <Text span size="sm" c="dimmed">{`${row.variancePercent > 0 ? '+' : ''}${formatPercent(row.variancePercent)}`}</Text>}
                </Table.Td>
                <Table.Td>
                  <Day date={row.until} />
                  {!row.over && (
                    <Text size="xs" c="dimmed">
                      {words.running}
                    </Text>
                  )}
                  {row.afterTheFact && (
                    <Text size="xs" c="dimmed" title={t.foresight.assumptions.afterHint}>
                      {t.foresight.assumptions.after}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function ExpectForm({ plan, onDone }: { plan: string; onDone: () => void }) {
  const metrics = useMetrics();
  const subjects = useSubjects(plan);
  const form = useForm({ initialValues: { subject: '', metric: '', value: '' as number | '', days: 7 } });
  const metric = metrics.data?.find((one) => one.key === form.values.metric);
  const add = useCommand(
    () => answer(client.POST('/api/v1/expectations', { body: { plan, subject: form.values.subject, metric: form.values.metric, value: fromField(form.values.value, metric) ?? 0, days: form.values.days } })),
    { invalidate: [['expectations', plan], ['calibration', plan]], done: words.saved, form, onDone },
  );
  return (
    <Paper withBorder p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <Select label={words.subject} required searchable data={subjects} {...form.getInputProps('subject')} />
            <MetricSelect label={words.metric} required metrics={metrics.data ?? []} {...form.getInputProps('metric')} />
            <NumberField label={words.value} required suffix={toField.suffix(metric)} {...form.getInputProps('value')} />
            <NumberField label={words.days} required min={1} max={1000} {...form.getInputProps('days')} />
          </SimpleGrid>
          <ProblemAlert problem={add.problem} form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone}>
              {t.actions.cancel}
            </Button>
            <Button type="submit" loading={add.isPending} disabled={!form.values.metric || !form.values.subject || form.values.value === ''}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
