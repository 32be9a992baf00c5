import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand, useRead } from '../api';
import { networkName, ProblemAlert, useBrand } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { NetworkField } from '../shared/forms/NetworkField';
import { TimeField } from '../shared/forms/TimeField';
import { t } from '../texts';
import { afterCase, type CareRow, type Kind, severities, type Severity, whoOf } from './inbox';
import { instantOf, nowIn } from './when';

const words = t.inbox;
const said = words.receive;
const kinds = (['review', 'message', 'comment', 'mention', 'otherWay'] as Kind[]).map((value) => ({ value, label: words.kinds[value] }));

/** What somebody wrote, typed in by hand: it opens a case. */
export function ReceiveForm({ onDone }: { onDone: (row: CareRow) => void }) {
  const brand = useBrand();
  const accounts = useRead(['accounts', brand.id], () => answer(client.GET('/api/v1/accounts', { params: { query: { brand: brand.id } } }))).data?.accounts ?? [];
  const now = nowIn(brand.zone);
  const form = useForm({
    initialValues: { text: '', kind: 'review' as Kind, account: null as string | null, network: '', author: '', stars: null as string | null, url: '', date: now.date, time: now.time, severity: null as Severity | null },
    validate: { text: (value) => (value.trim() === '' ? said.textMissing : null) },
  });
  const { kind, account } = form.values;
  const receive = useCommand(
    ({ date, time, stars, text, author, network, url, severity }: typeof form.values) =>
      answer(
        client.POST('/api/v1/inbox', {
          body: {
            brand: brand.id, text, kind, severity, account: kind === 'otherWay' ? null : account, network: kind === 'otherWay' || account ? null : network || null, author: author || null, url: url || null,
            stars: kind === 'review' && stars ? Number(stars) : null, at: date === now.date && time === now.time ? null : instantOf(date || now.date, time || now.time, brand.zone),
          },
        }),
      ),
    { form, invalidate: afterCase, done: (_, made) => words.received(whoOf(made.case)), onDone: (made) => onDone(made.case) },
  );
  return (
    <form noValidate onSubmit={form.onSubmit((values) => receive.mutate(values))}>
      <Stack gap="md">
        <Textarea label={said.text} data-autofocus autosize minRows={3} maxRows={10} maxLength={20_000} {...form.getInputProps('text')} />
        <Group grow align="flex-start">
          <Select label={said.kind} data={kinds} {...form.getInputProps('kind')} />
          <TextInput label={said.author} description={said.authorHint} inputWrapperOrder={['label', 'input', 'description', 'error']} maxLength={120} {...form.getInputProps('author')} />
        </Group>
        {kind !== 'otherWay' && (
          <Group grow align="flex-start">
            {accounts.length > 0 && <Select label={said.account} clearable data={accounts.map((one) => ({ value: one.id, label: `@${one.handle}, ${networkName(one.network)}` }))} {...form.getInputProps('account')} />}
            {!account && <NetworkField label={said.network} {...form.getInputProps('network')} />}
          </Group>
        )}
        <Group grow align="flex-start">
          {kind === 'review' && <Select label={said.stars} clearable data={[5, 4, 3, 2, 1].map((n) => ({ value: String(n), label: words.starsOf(n) }))} {...form.getInputProps('stars')} />}
          <Select label={said.severity} description={said.severityHint} inputWrapperOrder={['label', 'input', 'description', 'error']} clearable data={severities.map((value) => ({ value, label: words.severities[value] }))} {...form.getInputProps('severity')} />
        </Group>
        <Group align="flex-start">
          <DateField label={said.day} {...form.getInputProps('date')} />
          <TimeField label={said.time} {...form.getInputProps('time')} error={form.errors.at ?? form.errors.time} />
          <TextInput label={said.url} type="url" flex="1 1 200px" {...form.getInputProps('url')} />
        </Group>
        <ProblemAlert problem={receive.problem} form={form} />
        <Button type="submit" loading={receive.isPending} style={{ alignSelf: 'flex-start' }}>
          {words.add}
        </Button>
      </Stack>
    </form>
  );
}
