import { ActionIcon, Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../../api';
import { NumberField } from '../forms/NumberField';
import { MetricSelect } from '../forms/MetricSelect';
import { t } from '../../texts';
import { DateField } from '../forms/DateField';
import { fromField, toField } from '../forms/metricFields';
import { ProblemAlert } from '../forms/ProblemAlert';
import { useBrand, useMay } from '../frame/useAccount';
import { Difference } from '../numbers/Difference';
import { Figure } from '../numbers/Figure';
import { formatPercent } from '../numbers/format';
import { metricFormat } from '../numbers/metricFormat';
import { Loaded } from '../states/Loaded';
import { Day } from '../time/Moment';
import { Alarm } from './Alarm';
import classes from './ExpectedOf.module.css';

type Expected = components['schemas']['ExpectationView'];

const words = t.foresight.expected;

interface Props {
  plan: string;
  /** The id of the campaign, post or action. */
  subject: string;
  /** Whether the plan still takes changes. */
  open: boolean;
  /** Metrics that come first in the choice. */
  metrics?: string[];
}

/** What is supposed to come of one thing, and what came: stated, watched and reacted to where the thing itself is. */
export function ExpectedOf({ plan, subject, open, metrics = [] }: Props) {
  const [adding, setAdding] = useState(false);
  const mayAdd = useMay('takePart') && open;
  const read = useRead(['expectations', plan, subject], () => answer(client.GET('/api/v1/expectations', { params: { query: { plan, subject } } })));
  return (
    <Stack gap="sm">
      <Loaded read={read} skeleton={null}>
        {(rows) => (
          <>
            {rows.length === 0 && !adding && (
              <Text size="sm" c="dimmed">
                {words.noneOf}
              </Text>
            )}
            {rows.map((row) => (
              <Line key={row.id} expected={row} plan={plan} mayRemove={mayAdd} />
            ))}
          </>
        )}
      </Loaded>
      {adding ? (
        <ExpectOf plan={plan} subject={subject} metrics={metrics} onDone={() => setAdding(false)} />
      ) : (
        mayAdd && (
          <Button size="compact-sm" variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      )}
    </Stack>
  );
}

function Line({ expected, plan, mayRemove }: { expected: Expected; plan: string; mayRemove: boolean }) {
  const { currency } = useBrand();
  const format = metricFormat({ unit: expected.unit }, currency);
  const remove = useCommand(() => answer(client.DELETE('/api/v1/expectations/{expectation}', { params: { path: { expectation: expected.id } } })), { invalidate: [['expectations', plan]], done: words.takenBack });
  return (
    <div className={classes.line}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={500}>
          {expected.metricName} <Text span size="sm" c="dimmed" fw={400}>{words.until.toLowerCase()} <Day date={expected.until} /></Text>
        </Text>
        {mayRemove && !expected.over && (
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={words.takeBack(expected.metricName)} loading={remove.isPending} onClick={() => remove.mutate()}>
            <IconX size={14} />
          </ActionIcon>
        )}
      </Group>
      <dl className={classes.figures}>
        <div>
          <dt>{words.expected}</dt>
          <dd>
            <Figure value={expected.expected} format={format} />
          </dd>
        </div>
        <div>
          <dt>{words.came}</dt>
          <dd>
            <Figure value={expected.actual} format={format} />
          </dd>
        </div>
        <div>
          <dt>{words.apart}</dt>
          <dd>
            <Difference value={expected.variance} format={format} />
            {expected.variancePercent !== null && (
              <Text span size="sm" c="dimmed" className="figures">
                {` ${expected.variancePercent > 0 ? '+' : ''}${formatPercent(expected.variancePercent)}`}
              </Text>
            )}
          </dd>
        </div>
      </dl>
      <Text size="xs" c="dimmed">
        {[expected.words, expected.byName, !expected.over && words.running, expected.afterTheFact && t.foresight.assumptions.after].filter(Boolean).join(' · ')}
      </Text>
      <Alarm expected={expected} plan={plan} />
    </div>
  );
}

function ExpectOf({ plan, subject, metrics, onDone }: { plan: string; subject: string; metrics: string[]; onDone: () => void }) {
  const read = useRead(['metrics'], () => answer(client.GET('/api/v1/metrics')));
  const form = useForm({ initialValues: { metric: metrics[0] ?? 'link_clicks', value: '' as number | '', days: 7, from: '' } });
  const all = read.data ?? [];
  const metric = all.find((one) => one.key === form.values.metric);
  const add = useCommand(
    () =>
      answer(
        client.POST('/api/v1/expectations', {
          body: { plan, subject, metric: form.values.metric, value: fromField(form.values.value, metric) ?? 0, days: form.values.days, from: form.values.from || null },
        }),
      ),
    { invalidate: [['expectations', plan], ['calibration', plan]], done: words.saved, form, onDone },
  );
  return (
    <Paper withBorder p="md">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Stack gap="sm">
          <MetricSelect label={words.metric} required metrics={all} fitting={metrics} {...form.getInputProps('metric')} />
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
            <NumberField label={words.value} required suffix={toField.suffix(metric)} data-autofocus {...form.getInputProps('value')} />
            <NumberField label={words.days} required min={1} max={1000} {...form.getInputProps('days')} />
            <DateField label={words.from} {...form.getInputProps('from')} />
          </SimpleGrid>
          <ProblemAlert problem={add.problem} form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone}>
              {t.actions.cancel}
            </Button>
            <Button type="submit" loading={add.isPending} disabled={!form.values.metric || form.values.value === ''}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
