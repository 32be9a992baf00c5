import { Anchor, Button, Checkbox, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { answer, client, useRead } from '../api';
import { Comments, DetailPanel, InlineEdit, Moment, OwnFields, PersonPicker, useBrand, useMay, usePeople } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { Dependencies } from './Dependencies';
import { GoodThought } from './GoodThought';
import { OutcomeForm } from './OutcomeForm';
import { StepsOf } from './StepsOf';
import { useCampaignChoices, useChannelChoices, useGoalChoices, useMove, useTick, useWorkCommands, type Work } from './useWork';

const words = t.actionItems;

interface Props {
  work: Work;
  rows: Work[];
  plan: string;
  onClose: () => void;
  onOpen: (work: Work) => void;
}

/** One piece of work: who answers for it, when, done when, its steps, what it waits for, how it ended. */
export function WorkPanel({ work, rows, plan, onClose, onOpen }: Props) {
  const disabled = !useMay('editPlan');
  const mayTick = useMay('takePart');
  const { people, nameOf } = usePeople();
  const goals = useGoalChoices(plan);
  const channels = useChannelChoices(plan);
  const campaigns = useCampaignChoices(plan);
  const toggle = useTick();
  const shift = useMove();
  const { change, own, link, join, remove, say } = useWorkCommands(work);
  const leaf = work.kind !== 'tactic' && !rows.some((other) => other.parent === work.id);
  const inherited = !work.accountable && nameOf(work.owner);
  return (
    <DetailPanel title={<InlineEdit label={words.name} value={work.title} onSave={(title) => change.mutate({ title })} disabled={disabled} />} onClose={onClose}>
      <Stack gap="md">
        <Text c="dimmed" size="xs">
          {words.kinds[work.kind]}
          {work.deliverable && `. ${words.picture(`${work.deliverable.width} × ${work.deliverable.height}`)}`}
        </Text>
        <Specific work={work} />
        {leaf && <Checkbox label={words.states.done} checked={work.state === 'done'} disabled={!mayTick} onChange={() => toggle(work)} />}
        <Dependencies work={work} rows={rows} disabled={disabled} />
        <PersonPicker label={words.owner} description={inherited ? words.inherited(inherited) : words.ownerHint} people={people} value={work.accountable} onChange={(accountable) => own.mutate({ accountable })} disabled={disabled} />
        <TextInput key={`duty${work.duty}`} label={words.duty} defaultValue={work.duty ?? ''} disabled={disabled} onBlur={({ currentTarget: { value } }) => value !== (work.duty ?? '') && own.mutate({ accountable: work.accountable, duty: value })} />
        <Group grow align="flex-start">
          <DateField
            label={words.due}
            value={work.due}
            disabled={disabled}
            onChange={(due) => change.mutate(due ? { due } : { noDue: true })}
          />
          <NumberField
            key={`estimate${work.estimate}`}
            label={words.estimate}
            defaultValue={work.estimate ?? ''}
            min={0}
            disabled={disabled}
            onBlur={({ currentTarget: { value } }) => {
              const hours = value === '' ? null : Number(value);
              if (hours !== work.estimate) change.mutate(hours ? { estimate: hours } : { noEstimate: true });
            }}
          />
        </Group>
        <TextInput key={`when${work.doneWhen}`} label={words.doneWhen} description={words.doneWhenHint} defaultValue={work.doneWhen ?? ''} disabled={disabled} onBlur={({ currentTarget: { value } }) => value !== (work.doneWhen ?? '') && change.mutate({ doneWhen: value })} />
        {work.kind !== 'step' && <Select label={words.goal} data={goals} value={work.goal} onChange={(goal) => link.mutate({ goal, channel: work.channel })} clearable searchable disabled={disabled} />}
        {work.kind !== 'step' && <Select label={words.channel} description={words.channelHint} data={channels} value={work.channel} onChange={(channel) => link.mutate({ goal: ownGoal(work, rows), channel })} clearable disabled={disabled} />}
        {work.kind !== 'step' && campaigns.length > 0 && (
          <Select label={words.campaign} data={campaigns} value={work.campaign} onChange={(campaign) => join.mutate(campaign)} clearable searchable disabled={disabled} />
        )}
        <SameCampaign work={work} rows={rows} onOpen={onOpen} />
        {leaf && work.state !== 'done' && (
          <NumberField key={`progress${work.progress}`} label={words.progress} description={words.progressHint} defaultValue={work.progress} min={0} max={100} suffix=" %" disabled={!mayTick} onBlur={({ currentTarget: { value } }) => Number.parseInt(value, 10) !== work.progress && say.mutate(Number.parseInt(value, 10) || 0)} />
        )}
        <Textarea key={`notes${work.notes}`} label={words.notes} autosize minRows={2} defaultValue={work.notes ?? ''} disabled={disabled} onBlur={({ currentTarget: { value } }) => value !== (work.notes ?? '') && change.mutate({ notes: value })} />
        {work.kind === 'actionItem' && <Checkbox label={words.milestone} checked={work.milestone} disabled={disabled} onChange={(event) => change.mutate({ milestone: event.currentTarget.checked })} />}
        {work.kind !== 'tactic' && <StepsOf work={work} rows={rows} disabled={disabled} onOpen={onOpen} />}
        {work.kind !== 'step' && <OutcomeForm key={work.outcome} work={work} disabled={disabled} />}
        {!disabled && (
          <Group>
            <Button variant="default" onClick={() => shift(work, -1)}>
              {words.moveUp}
            </Button>
            <Button variant="default" onClick={() => shift(work, 1)}>
              {words.moveDown}
            </Button>
            <Button variant="subtle" color="red" onClick={() => remove.mutate(undefined, { onSuccess: onClose })}>
              {words.remove}
            </Button>
          </Group>
        )}
        <History node={work.id} />
        <OwnFields node={work.id} />
        <Comments node={work.id} />
      </Stack>
    </DetailPanel>
  );
}

/** What else is done for its campaign. */
function SameCampaign({ work, rows, onOpen }: Pick<Props, 'work' | 'rows' | 'onOpen'>) {
  const others = rows.filter((row) => row.campaign !== null && row.campaign === work.campaign && row.id !== work.id && row.id !== work.parent && row.kind !== 'step');
  if (others.length === 0 || work.kind === 'step') return null;
  return (
    <Stack gap={2} component="section" aria-label={words.sameCampaign}>
      <Text size="sm" c="dimmed">
        {words.sameCampaign}
      </Text>
      {others.map((other) => (
        <Anchor key={other.id} component="button" type="button" size="sm" ta="left" onClick={() => onOpen(other)}>
          {other.title}
        </Anchor>
      ))}
    </Stack>
  );
}

/** What an action serves through its tactic is not made its own. */
const ownGoal = (work: Work, rows: Work[]) => (rows.find((row) => row.id === work.parent)?.goal === work.goal ? null : work.goal);

/** What keeps anybody from telling success from failure, and which parts are named. */
function Specific({ work }: { work: Work }) {
  if (!work.specificity) return null;
  const { named, parts, missing } = work.specificity;
  return (
    <Stack gap={4}>
      <GoodThought lacks={work.goodThought} />
      <Text size="sm" c="dimmed" className="figures">
        {words.specific(named, parts)} {missing.length > 0 && words.missing(missing.join(', '))}
      </Text>
    </Stack>
  );
}

function History({ node }: { node: string }) {
  const { zone } = useBrand();
  const read = useRead(['work', 'detail', node], () => answer(client.GET('/api/v1/work/{node}', { params: { path: { node } } })));
  const entries = read.data?.history ?? [];
  if (entries.length === 0) return null;
  return (
    <Stack gap={4} component="section" aria-label={words.history}>
      <Text fw={600}>{words.history}</Text>
      {entries.map((entry) => (
        <Text key={entry.at + entry.why} size="xs">
          <Moment at={entry.at} zone={zone} />: {entry.before} % → {entry.after} %, {entry.why}
        </Text>
      ))}
    </Stack>
  );
}
