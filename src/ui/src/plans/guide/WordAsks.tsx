import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useRead } from '../../api';
import { t } from '../../texts';
import { AskForm } from './AskForm';
import { type Asked, goalsOf, useKeep } from './asked';

const words = t.guide.asks;

export function GoalAsk({ plan, onKept }: Asked) {
  const [title, setTitle] = useState('');
  const keep = useKeep(plan, () => answer(client.POST('/api/v1/goals', { body: { plan, title } })), onKept);
  return (
    <AskForm keep={keep} ready={title.trim() !== ''} onSend={() => keep.mutate()} onLater={onKept}>
      <TextInput label={words.goal.fields.title} maxLength={300} autoFocus value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
    </AskForm>
  );
}

export function PictureAsk({ plan, onKept }: Asked) {
  const [picture, setPicture] = useState('');
  const keep = useKeep(plan, () => answer(client.PATCH('/api/v1/plans/{plan}', { params: { path: { plan } }, body: { picture } })), onKept);
  return (
    <AskForm keep={keep} ready={picture.trim() !== ''} onSend={() => keep.mutate()} onLater={onKept}>
      <Textarea label={words.picture.fields.picture} autosize minRows={2} maxLength={500} autoFocus value={picture} onChange={(event) => setPicture(event.currentTarget.value)} />
    </AskForm>
  );
}

export function AudienceAsk({ plan, onKept }: Asked) {
  const [name, setName] = useState('');
  const [needs, setNeeds] = useState('');
  const keep = useKeep(
    plan,
    async () => {
      const goals = await goalsOf(plan);
      const lines = needs.split(/[\n;]/).map((line) => line.trim()).filter(Boolean);
      return answer(client.POST('/api/v1/plans/{plan}/audiences', { params: { path: { plan } }, body: { sheet: { name, needs: lines, goals: goals.slice(0, 1).map((goal) => goal.id) } } }));
    },
    onKept,
  );
  return (
    <AskForm keep={keep} ready={name.trim() !== ''} onSend={() => keep.mutate()} onLater={onKept}>
      <TextInput label={words.audience.fields.name} maxLength={80} autoFocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Textarea label={words.audience.fields.needs} autosize minRows={2} maxLength={1000} value={needs} onChange={(event) => setNeeds(event.currentTarget.value)} />
    </AskForm>
  );
}

export function MissionAsk({ plan, question, onKept }: Asked) {
  const [mission, setMission] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const goals = useRead(['goals', plan, 'choices'], () => goalsOf(plan));
  const goal = chosen ?? goals.data?.[0]?.id ?? null;
  const keep = useKeep(
    plan,
    () => answer(client.PUT('/api/v1/channels/{channel}/mission', { params: { path: { channel: question.about ?? '' } }, body: { mission, goal: goal ?? '' } })),
    onKept,
  );
  return (
    <AskForm keep={keep} ready={mission.trim() !== '' && goal !== null} onSend={() => keep.mutate()} onLater={onKept}>
      <Textarea label={words.mission.fields.mission} autosize minRows={2} maxLength={400} autoFocus value={mission} onChange={(event) => setMission(event.currentTarget.value)} />
      <Select
        label={words.mission.fields.goal}
        data={(goals.data ?? []).map((each) => ({ value: each.id, label: each.title }))}
        value={goal}
        onChange={setChosen}
      />
    </AskForm>
  );
}
