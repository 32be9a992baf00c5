import { NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { ProblemAlert } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { onLeaving } from '../shared/forms/onLeaving';
import { t } from '../texts';
import { afterDecision } from './useCandidates';
import type { Channel } from './useChannels';

const words = t.candidates;
type Relevance = NonNullable<Channel['relevance']>;
const numberOf = (value: number | string) => (value === '' ? null : Number(value));

/** Audience presence with its evidence, goal fit, capability and cost; and what they make together. */
export function RelevancePart({ channel, disabled }: { channel: Channel; disabled: boolean }) {
  const known = channel.relevance;
  const form = useForm({
    initialValues: {
      presence: (known?.presence ?? '') as number | string,
      evidence: known?.evidence ?? '',
      evidenceOn: known?.evidenceOn ?? '',
      goalFit: (known?.goalFit ?? '') as number | string,
      capability: (known?.capability ?? '') as number | string,
      cost: (known?.cost ?? '') as number | string,
    },
  });
  const put = (relevance: Relevance) => answer(client.PUT('/api/v1/channels/{channel}/relevance', { params: { path: { channel: channel.id } }, body: { relevance } }));
  const save = useCommand(
    (values: typeof form.values) =>
      put({
        presence: numberOf(values.presence),
        evidence: values.evidence.trim() || null,
        evidenceOn: values.evidenceOn || null,
        goalFit: numberOf(values.goalFit),
        capability: numberOf(values.capability),
        cost: numberOf(values.cost),
      }),
    { form, inTurn: channel.id, invalidate: afterDecision, done: words.relevanceSaved(channel.networkLabel), undo: () => put(known ?? {}) },
  );
  const percent = { min: 0, max: 100, suffix: ' %', disabled, style: { flex: 1 } };
  const keep = form.onSubmit((values) => save.mutate(values));
  return (
    <form noValidate onSubmit={keep} onBlur={onLeaving(() => form.isDirty() && keep())}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput label={words.presence} {...percent} {...form.getInputProps('presence')} />
          <TextInput label={words.evidence} disabled={disabled} {...form.getInputProps('evidence')} />
          <DateField label={words.evidenceOn} disabled={disabled} {...form.getInputProps('evidenceOn')} />
          <NumberInput label={words.goalFit} {...percent} {...form.getInputProps('goalFit')} />
          <NumberInput label={words.capability} {...percent} {...form.getInputProps('capability')} />
          <NumberInput label={words.cost} {...percent} {...form.getInputProps('cost')} />
        </SimpleGrid>
        <Text size="xs" c={channel.relevanceScore.below ? 'var(--bw-warn)' : 'dimmed'} className="figures">
          {channel.relevanceScore.explanation}
        </Text>
        <ProblemAlert problem={save.problem} form={form} />
      </Stack>
    </form>
  );
}
