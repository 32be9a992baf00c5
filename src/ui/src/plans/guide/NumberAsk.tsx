import { Checkbox, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useRead } from '../../api';
import { formatNumber, PersonPicker, useMember, usePeople } from '../../shared';
import { DateField } from '../../shared/forms/DateField';
import { fromField, toField } from '../../shared/forms/metricFields';
import { NumberField } from '../../shared/forms/NumberField';
import { MetricSelect } from '../../shared/forms/MetricSelect';
import { t } from '../../texts';
import { AskForm } from './AskForm';
import { type Asked, useKeep } from './asked';
import { turnOf } from './fall';

const words = t.guide.asks.number;

/** The number of one goal: the metric its words suggest, from today's value to the one wanted. A number that is to fall is asked about first. */
export function NumberAsk({ plan, question, onKept }: Asked) {
  const goal = question.about ?? '';
  const { people } = usePeople();
  const member = useMember();
  const metrics = useRead(['metrics'], () => answer(client.GET('/api/v1/metrics')));
  const detail = useRead(['goals', goal, 'guide'], () => answer(client.GET('/api/v1/goals/{goal}', { params: { path: { goal } } })));
  const offer = detail.data?.questions.find((each) => each.part === 'metric')?.offers[0];
  const [chosen, setChosen] = useState<string | null>(null);
  const [baseline, setBaseline] = useState<number | string>('');
  const [target, setTarget] = useState<number | string>('');
  const [meant, setMeant] = useState<string | null>(null);
  const [deadline, setDeadline] = useState('');
  const [source, setSource] = useState('');
  const [collector, setCollector] = useState<string | null>(member.id);
  const key = chosen ?? offer ?? null;
  const metric = metrics.data?.find((each) => each.key === key);
  const suffix = toField.suffix(metric);
  const turn = turnOf(baseline, target, metric?.direction);
  // What was meant of other numbers is not meant of these.
  const asked = `${key} ${baseline} ${target}`;
  const keep = useKeep(plan, async () => {
    await answer(
      client.POST('/api/v1/goals/{goal}/targets', {
        params: { path: { goal } },
        body: {
          sheet: {
            metric: key ?? '',
            type: Number(target) < Number(baseline) ? 'decreaseTo' : 'increaseTo',
            baseline: fromField(baseline, metric),
            target: fromField(target, metric),
            deadline: deadline || null,
            source: source.trim() || null,
            collector,
            frequency: 'week',
            judgedAfterDays: 7,
          },
        },
      }),
    );
    if (collector && !detail.data?.goal.owner) await answer(client.PATCH('/api/v1/goals/{goal}', { params: { path: { goal } }, body: { owner: collector } }));
  }, onKept);
  return (
    <AskForm keep={keep} ready={key !== null && baseline !== '' && target !== '' && deadline !== '' && (turn === null || meant === asked)} onSend={() => keep.mutate()} onLater={onKept}>
      <MetricSelect label={words.fields.metric} metrics={metrics.data ?? []} fitting={offer ? [offer] : []} value={key} onChange={setChosen} />
      <Group grow align="flex-end">
        <NumberField label={words.fields.baseline} value={baseline} onChange={setBaseline} thousandSeparator="," suffix={suffix} />
        <NumberField label={words.fields.target} value={target} onChange={setTarget} thousandSeparator="," suffix={suffix} />
      </Group>
      {turn && (
        <Checkbox
          label={words.turns[turn](formatNumber(Number(baseline)), formatNumber(Number(target)))}
          description={words.turnHint}
          checked={meant === asked}
          onChange={(event) => setMeant(event.currentTarget.checked ? asked : null)}
        />
      )}
      <Group grow align="flex-end">
        <DateField label={words.fields.deadline} value={deadline} onChange={setDeadline} />
        <TextInput label={words.fields.source} maxLength={120} value={source} onChange={(event) => setSource(event.currentTarget.value)} />
      </Group>
      <PersonPicker label={words.fields.collector} people={people} value={collector} onChange={setCollector} />
    </AskForm>
  );
}
