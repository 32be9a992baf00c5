import { Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { currencyDecimals, ProblemAlert, useBrand } from '../shared';
import { onLeaving } from '../shared/forms/onLeaving';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import type { PartProps } from './ChannelPage';
import { afterDecision } from './useCandidates';
import type { Channel } from './useChannels';

const words = t.portfolio;

/** What the channel is planned to take: minutes a post, hours beside, money. */
export function EffortPart({ channel, disabled }: PartProps) {
  const brand = useBrand();
  const known = channel.effort;
  const form = useForm({ initialValues: { minutes: (known.minutesPerPost ?? '') as number | string, beside: (known.hoursBeside ?? 0) as number | string, money: (known.moneyPerMonth?.amount ?? '') as number | string } });
  const put = (effort: Channel['effort']) => answer(client.PUT('/api/v1/channels/{channel}/effort', { params: { path: { channel: channel.id } }, body: { effort } }));
  const save = useCommand(
    ({ minutes, beside, money }: typeof form.values) =>
      put({ minutesPerPost: minutes === '' ? null : Number(minutes), hoursBeside: Number(beside) || 0, moneyPerMonth: money === '' ? null : { amount: Number(money), currency: brand.currency } }),
    { form, inTurn: channel.id, invalidate: afterDecision, done: words.effortSaved, undo: () => put(known) },
  );
  const keep = form.onSubmit((values) => save.mutate(values));
  return (
    <form noValidate onSubmit={keep} onBlur={onLeaving(() => form.isDirty() && keep())}>
      <Stack gap="sm">
        <Group grow align="flex-end" preventGrowOverflow={false}>
          <NumberField label={words.effortMinutes} placeholder={words.effortMinutesHint} min={1} max={2400} allowDecimal={false} disabled={disabled} {...form.getInputProps('minutes')} />
          <NumberField label={words.beside} min={0} max={168} disabled={disabled} {...form.getInputProps('beside')} />
          <NumberField label={`${words.money} (${brand.currency})`} min={0} decimals={currencyDecimals(brand.currency)} disabled={disabled} {...form.getInputProps('money')} />
        </Group>
        <ProblemAlert problem={save.problem} form={form} />
      </Stack>
    </form>
  );
}
