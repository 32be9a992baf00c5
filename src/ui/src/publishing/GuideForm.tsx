import { Anchor, Button, CopyButton, Group, List, PasswordInput, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { answer, client, type components, useCommand } from '../api';
import { handleOn, ProblemAlert } from '../shared';
import { t } from '../texts';

type Connection = components['schemas']['ConnectionView'];
type Guide = components['schemas']['ConnectionGuide'];
const words = t.publishing.connections;

/** Where every network leads back to; the same as the program checks. */
const backAddress = () => `${window.location.origin}/settings/networks/back`;

interface Props {
  one: Connection;
  guide: Guide;
  onClose: () => void;
  onConnected: (once: Record<string, string>) => void;
}

/** What to do, what to type, and then either a first try or the way to the network's own page. */
export function GuideForm({ one, guide, onClose, onConnected }: Props) {
  const [leaving, setLeaving] = useState(false);
  const form = useForm<Record<string, string>>({
    initialValues: Object.fromEntries(guide.fields.map((field) => [field.key, (field.secret ? '' : one.settings[field.key]) ?? (field.key === 'identifier' ? one.handle : (field.usual ?? ''))])),
  });
  const path = { account: one.account };
  const connect = useCommand((fields: Record<string, string>) => answer(client.POST('/api/v1/accounts/{account}/connection', { params: { path }, body: { fields } })), {
    form,
    invalidate: [['connections'], ['publications'], ['publishing']],
    done: (_, connected) => (connected.connection.state === 'working' ? words.connectedSaid : words.savedSaid)(handleOn(one.network, one.handle)),
    onDone: (connected) => onConnected(connected.once),
  });
  const begin = useCommand((fields: Record<string, string>) => answer(client.POST('/api/v1/accounts/{account}/connection/sign-in', { params: { path }, body: { fields, redirect: backAddress() } })), {
    form,
    onDone: (begun) => {
      setLeaving(true);
      window.location.assign(begun.address);
    },
  });
  const send = guide.signsIn ? begin : connect;
  return (
    <form noValidate onSubmit={form.onSubmit((values) => send.mutate(values))}>
      <Stack gap="md">
        <Text>{guide.why}</Text>
        <div>
          <Title order={3}>{guide.signsIn ? words.signIn.steps : words.steps}</Title>
          <List type="ordered" mt="xs" spacing={4}>
            {guide.steps.map((step) => (
              <List.Item key={step}>{step}</List.Item>
            ))}
          </List>
          {guide.where && (
            <Anchor href={guide.where} target="_blank" rel="noreferrer">
              {words.openPage}
            </Anchor>
          )}
        </div>
        {guide.signsIn && <BackAddress />}
        {guide.fields.map((field) => (
          <GuideField key={field.key} field={field} kept={field.secret && one.state !== null && one.state !== undefined && guide.signsIn} {...form.getInputProps(field.key)} />
        ))}
        <ProblemAlert problem={send.problem} form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.actions.cancel}
          </Button>
          <Button type="submit" loading={send.isPending || leaving}>
            {guide.signsIn ? words.signIn.verb(one.networkName) : words.connect}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The address that has to be registered at the network, to be copied. */
function BackAddress() {
  const address = backAddress();
  return (
    <Group wrap="nowrap" align="flex-end" gap="xs">
      <TextInput readOnly value={address} label={words.signIn.redirect} description={words.signIn.redirectHint} flex={1} onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={address}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {copied ? words.copied : words.copy}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}

interface FieldProps {
  field: Guide['fields'][number];
  /** A stored secret of the same application stays when nothing is typed. */
  kept: boolean;
  value?: string;
}

function GuideField({ field, kept, ...input }: FieldProps) {
  const shared = { label: field.label, description: kept ? `${field.hint} ${words.signIn.kept}` : field.hint, withAsterisk: field.required && !kept, ...input };
  if (field.choices) return <Select {...shared} data={field.choices} allowDeselect={false} />;
  return field.secret ? <PasswordInput {...shared} autoComplete="new-password" /> : <TextInput {...shared} autoComplete="off" />;
}
