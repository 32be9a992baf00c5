import { Anchor, Badge, Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconClockExclamation } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { answer, client, useCommand } from '../api';
import type { To } from '../menu';
import { formatNumber, ProblemAlert } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { onLeaving } from '../shared/forms/onLeaving';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { afterDecision } from './useCandidates';
import type { Channel } from './useChannels';

const words = t.candidates;
type Relevance = NonNullable<Channel['relevance']>;
const numberOf = (value: number | string) => (value === '' ? null : Number(value));

/** Audience presence with its evidence, goal fit, capability and cost; and what they make together. */
export function RelevancePart({ channel, disabled }: { channel: Channel; disabled: boolean }) {
  const known = channel.relevance;
  const research = channel.relevanceScore.research;
  const form = useForm({
    initialValues: {
      presence: (known?.presence ?? '') as number | string,
      evidence: known?.evidence ?? '',
      evidenceOn: known?.evidenceOn ?? '',
      instead: known?.instead ?? '',
      goalFit: (known?.goalFit ?? '') as number | string,
      capability: (known?.capability ?? '') as number | string,
      cost: (known?.cost ?? '') as number | string,
    },
  });
  const put = (relevance: Relevance) => answer(client.PUT('/api/v1/channels/{channel}/relevance', { params: { path: { channel: channel.id } }, body: { relevance } }));
  const save = useCommand(
    (values: typeof form.values) => {
      const presence = numberOf(values.presence);
      // Who says so belongs to a number of one's own; without one the research speaks.
      const own = presence === null ? {} : { presence, evidence: values.evidence.trim() || null, evidenceOn: values.evidenceOn || null, instead: values.instead.trim() || null };
      return put({ ...own, goalFit: numberOf(values.goalFit), capability: numberOf(values.capability), cost: numberOf(values.cost) });
    },
    { form, inTurn: channel.id, invalidate: afterDecision, done: words.relevanceSaved(channel.networkLabel), undo: () => put(known ?? {}) },
  );
  const percent = { min: 0, max: 100, suffix: ' %', disabled, style: { flex: 1 } };
  const keep = form.onSubmit((values) => save.mutate(values));
  const own = form.values.presence !== '';
  return (
    <form noValidate onSubmit={keep} onBlur={onLeaving(() => form.isDirty() && keep())}>
      <Stack gap="sm">
        <Research channel={channel} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberField label={words.presence} placeholder={research ? words.fromResearch(formatNumber(research.share, 1)) : undefined} {...percent} {...form.getInputProps('presence')} />
          {own && (
            <>
              <TextInput label={words.evidence} disabled={disabled} {...form.getInputProps('evidence')} />
              <DateField label={words.evidenceOn} disabled={disabled} {...form.getInputProps('evidenceOn')} />
              {research && <TextInput label={words.instead} description={words.insteadHint(formatNumber(research.share, 1))} disabled={disabled} {...form.getInputProps('instead')} />}
            </>
          )}
          <NumberField label={words.goalFit} {...percent} {...form.getInputProps('goalFit')} />
          <NumberField label={words.capability} {...percent} {...form.getInputProps('capability')} />
          <NumberField label={words.cost} {...percent} {...form.getInputProps('cost')} />
        </SimpleGrid>
        {own && research && !disabled && (
          <Button size="compact-sm" variant="default" style={{ alignSelf: 'start' }} loading={save.isPending} onClick={() => save.mutate({ ...form.values, presence: '' })}>
            {words.takeResearch(formatNumber(research.share, 1))}
          </Button>
        )}
        <Group gap="xs">
          <Text size="xs" c={channel.relevanceScore.below ? 'var(--bw-warn)' : 'dimmed'} className="figures">
            {channel.relevanceScore.explanation}
          </Text>
          {channel.relevanceScore.stale && (
            <Badge color="yellow" variant="light" leftSection={<IconClockExclamation size={12} aria-hidden />}>
              {words.age(channel.relevanceScore.ageInMonths ?? 0)}
            </Badge>
          )}
        </Group>
        <ProblemAlert problem={save.problem} form={form} />
      </Stack>
    </form>
  );
}

/** What research says of who is there, with where it is kept. */
function Research({ channel }: { channel: Channel }) {
  const { research } = channel.relevanceScore;
  return (
    <Text size="sm" c="dimmed">
      {research ? words.research(research.explanation, research.ageInMonths) : words.noResearch(channel.networkLabel)}{' '}
      <Anchor underline="always" renderRoot={(props) => <Link to={'/research/audiences' as To} {...props} />}>{research ? words.openResearch : words.writeResearch}</Anchor>
    </Text>
  );
}
