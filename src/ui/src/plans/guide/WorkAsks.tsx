import { Autocomplete, Group, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useRead } from '../../api';
import { PersonPicker, useMember, usePeople } from '../../shared';
import { DateField } from '../../shared/forms/DateField';
import { t } from '../../texts';
import { ruleOf } from '../rhythm';
import { AskForm } from './AskForm';
import { type Asked, goalsOf, useKeep } from './asked';

const words = t.guide.asks;

/** One thing to do. What the outline brought is offered and gets its person and day; anything else becomes new work. */
export function ActionAsk({ plan, onKept }: Asked) {
  const { people } = usePeople();
  const member = useMember();
  const outline = useRead(['work', plan, 'guide'], () => answer(client.GET('/api/v1/plans/{plan}/work', { params: { path: { plan } } })));
  const open = (outline.data?.rows ?? []).filter((row) => row.kind === 'actionItem' && row.state !== 'done');
  const [typed, setTyped] = useState<string | null>(null);
  const [accountable, setAccountable] = useState<string | null>(member.id);
  const [due, setDue] = useState('');
  const [doneWhen, setDoneWhen] = useState<string | null>(null);
  const title = typed ?? open[0]?.title ?? '';
  const known = open.find((row) => row.title === title.trim());
  const sign = doneWhen ?? known?.doneWhen ?? '';
  const keep = useKeep(plan, async () => {
    if (!known) {
      const goals = await goalsOf(plan);
      return answer(client.POST('/api/v1/actions', { body: { plan, title, accountable, due, doneWhen: sign || null, goal: goals[0]?.id } }));
    }
    const path = { params: { path: { node: known.id } } };
    await answer(client.PATCH('/api/v1/work/{node}', { ...path, body: { due, doneWhen: sign || null } }));
    return answer(client.POST('/api/v1/work/{node}/owner', { ...path, body: { accountable } }));
  }, onKept);
  return (
    <AskForm keep={keep} ready={title.trim() !== '' && accountable !== null && due !== ''} onSend={() => keep.mutate()} onLater={onKept}>
      <Autocomplete label={words.action.fields.title} maxLength={200} data={[...new Set(open.map((row) => row.title))]} value={title} onChange={setTyped} />
      <Group grow align="flex-end">
        <PersonPicker label={words.action.fields.accountable} people={people} value={accountable} onChange={setAccountable} />
        <DateField label={words.action.fields.due} value={due} onChange={setDue} />
      </Group>
      <TextInput label={words.action.fields.doneWhen} maxLength={400} value={sign} onChange={(event) => setDoneWhen(event.currentTarget.value)} />
    </AskForm>
  );
}

export function ReviewAsk({ plan, onKept }: Asked) {
  const [rhythm, setRhythm] = useState<'monthly' | 'fortnightly' | 'weekly'>('monthly');
  const keep = useKeep(
    plan,
    () => answer(client.PATCH('/api/v1/plans/{plan}', { params: { path: { plan } }, body: { reviewRule: ruleOf({ rhythm, nth: '-1', day: 'TH', rule: '' }), reviewTime: '10:00', reviewMove: 'earlier' } })),
    onKept,
  );
  return (
    <AskForm keep={keep} ready onSend={() => keep.mutate()} onLater={onKept}>
      <Select
        label={words.review.fields.rhythm}
        data={Object.entries(words.review.rhythms).map(([value, label]) => ({ value, label }))}
        value={rhythm}
        onChange={(value) => setRhythm((value ?? 'monthly') as typeof rhythm)}
      />
      <Text size="sm" c="dimmed">
        {words.review.more}
      </Text>
    </AskForm>
  );
}
