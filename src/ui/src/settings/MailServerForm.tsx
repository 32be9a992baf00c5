import { Alert, Button, Checkbox, Group, NumberInput, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { confirm, formatMoment, ProblemAlert, useBrand } from '../shared';
import { hintsBelow } from '../shared/forms/order';
import { t } from '../texts';
import type { MailSettings } from './MailPage';

const words = t.mail;
const usualPort = 587;

/** Where mail is handed in, and whether that works. */
export function MailServerForm({ server, waiting }: { server: MailSettings['server']; waiting: number }) {
  const brand = useBrand();
  const [failed, setFailed] = useState<string | null>(null);
  const form = useForm({
    initialValues: { host: server?.host ?? '', port: (server?.port ?? usualPort) as number | string, from: server?.from ?? '', encrypted: server?.encrypted ?? true, user: server?.user ?? '', password: '' },
  });
  const save = useCommand(
    (values: typeof form.values) => answer(client.PUT('/api/v1/mail/server', { body: { ...values, port: Number(values.port) || usualPort, user: values.user.trim() || null, password: values.password || null } })),
    {
      form,
      invalidate: [['mail']],
      done: words.saved,
      onDone: () => {
        form.setFieldValue('password', '');
        form.resetDirty();
      },
    },
  );
  const test = useCommand(() => answer(client.POST('/api/v1/mail/test')), {
    invalidate: [['mail']],
    done: (_, tested) => (tested.problem ? '' : words.tested(tested.to)),
    onDone: (tested) => setFailed(tested.problem),
  });
  const remove = useCommand(() => answer(client.DELETE('/api/v1/mail/server')), { invalidate: [['mail']], done: words.removed });
  const ask = async () => {
    if (await confirm({ title: words.removeTitle, text: words.removeText, verb: words.remove })) remove.mutate();
  };
  const problem = failed ?? server?.problem;
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="md">
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <TextInput label={words.host} placeholder={words.hostExample} required miw={200} {...form.getInputProps('host')} />
          <NumberInput label={words.port} description={words.portHint} inputWrapperOrder={hintsBelow} min={1} max={65535} allowDecimal={false} clampBehavior="none" maw={140} {...form.getInputProps('port')} />
        </Group>
        <TextInput label={words.from} placeholder={words.fromExample} type="email" required {...form.getInputProps('from')} />
        <Checkbox label={words.encrypted} {...form.getInputProps('encrypted', { type: 'checkbox' })} />
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <TextInput label={words.user} description={words.userHint} inputWrapperOrder={hintsBelow} autoComplete="off" miw={200} {...form.getInputProps('user')} />
          <PasswordInput label={words.password} description={server?.hasPassword ? words.passwordKept : undefined} inputWrapperOrder={hintsBelow} autoComplete="new-password" miw={200} {...form.getInputProps('password')} />
        </Group>
        <ProblemAlert problem={save.problem} form={form} />
        {problem && (
          <Alert color="yellow" title={failed ? words.failed : words.trouble} role="status">
            {problem}
          </Alert>
        )}
        {server && (server.workedAt || waiting > 0) && (
          <Text size="sm" c="dimmed">
            {[server.workedAt && words.worked(formatMoment(server.workedAt, brand.zone)), waiting > 0 && words.waiting(waiting)].filter(Boolean).join(' ')}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {words.save}
          </Button>
          {server && (
            <Button variant="default" loading={test.isPending} disabled={form.isDirty()} onClick={() => test.mutate()}>
              {words.test}
            </Button>
          )}
          {server && (
            <Button variant="subtle" onClick={() => void ask()}>
              {words.remove}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
