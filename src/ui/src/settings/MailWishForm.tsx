import { Button, Group, Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { ProblemAlert, useBrand, ZonePicker } from '../shared';
import { TimeField } from '../shared/forms/TimeField';
import { t } from '../texts';
import type { MailSettings } from './MailPage';

const words = t.mail;
const whole = (time: string, usual: string) => `${(time === '' ? usual : time).slice(0, 5)}:00`;

/** When and how often one is told. */
export function MailWishForm({ wish }: { wish: MailSettings['wish'] }) {
  const brand = useBrand();
  const form = useForm({
    initialValues: { pace: wish.pace, zone: wish.pace === 'never' ? brand.zone : wish.zone, digestAt: wish.digestAt.slice(0, 5), quietFrom: wish.quietFrom.slice(0, 5), quietUntil: wish.quietUntil.slice(0, 5) },
  });
  const save = useCommand(
    (values: typeof form.values) =>
      answer(client.PUT('/api/v1/mail/wish', { body: { ...values, digestAt: whole(values.digestAt, '08:00'), quietFrom: whole(values.quietFrom, '20:00'), quietUntil: whole(values.quietUntil, '07:00') } })),
    { form, invalidate: [['mail']], done: words.wishSaved, undo: () => answer(client.PUT('/api/v1/mail/wish', { body: wish })) },
  );
  const { pace } = form.values;
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="md">
        <Radio.Group label={words.pace} {...form.getInputProps('pace')}>
          <Stack gap="xs" mt="xs">
            {(['never', 'digest', 'atOnce'] as const).map((value) => (
              <Radio key={value} value={value} label={words.paces[value]} />
            ))}
          </Stack>
        </Radio.Group>
        {pace === 'digest' && <TimeField label={words.digestAt} description={words.digestHint} {...form.getInputProps('digestAt')} />}
        {pace === 'atOnce' && (
          <Group align="flex-start">
            <TimeField label={words.quietFrom} {...form.getInputProps('quietFrom')} />
            <TimeField label={words.quietUntil} {...form.getInputProps('quietUntil')} />
          </Group>
        )}
        {pace !== 'never' && <ZonePicker description={pace === 'atOnce' ? words.quietHint : undefined} {...form.getInputProps('zone')} />}
        <ProblemAlert problem={save.problem} form={form} />
        <Button type="submit" loading={save.isPending} disabled={!form.isDirty()} style={{ alignSelf: 'flex-start' }}>
          {t.actions.save}
        </Button>
      </Stack>
    </form>
  );
}
