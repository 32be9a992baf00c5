import { Alert, Anchor, Button, CopyButton, Group, List, Modal, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { FormSkeleton, handleOn, Loaded, ProblemAlert, showDone } from '../shared';
import { t } from '../texts';

type Connection = components['schemas']['ConnectionView'];
type Guide = components['schemas']['ConnectionGuide'];
const words = t.publishing.connections;

/** Connecting an account, step by step: what the credentials are, where to make them, and a first try. */
export function ConnectDialog({ one, onClose }: { one: Connection; onClose: () => void }) {
  const [once, setOnce] = useState<Record<string, string>>();
  const read = useRead(['connection guide', one.network], () => answer(client.GET('/api/v1/connections/guides/{network}', { params: { path: { network: one.network } } })));
  const done = (fresh: Record<string, string>) => (Object.keys(fresh).length > 0 ? setOnce(fresh) : onClose());
  return (
    <Modal opened onClose={onClose} size="lg" title={words.dialogTitle(handleOn(one.network, one.handle), one.networkName)} closeOnClickOutside={!once} closeButtonProps={{ 'aria-label': t.actions.close }}>
      {once ? (
        <StoreAndTest one={one} once={once} onClose={onClose} />
      ) : (
        <Loaded read={read} skeleton={<FormSkeleton />}>
          {(guide) => <GuideForm one={one} guide={guide} onClose={onClose} onConnected={done} />}
        </Loaded>
      )}
    </Modal>
  );
}

/** The secrets that are shown this once, and the first test once the other side has them. */
function StoreAndTest({ one, once, onClose }: { one: Connection; once: Record<string, string>; onClose: () => void }) {
  const test = useCommand(() => answer(client.POST('/api/v1/accounts/{account}/connection/test', { params: { path: { account: one.account } } })), {
    invalidate: [['connections'], ['publications']],
    quiet: true,
    onDone: (outcome) => {
      if (!outcome.works) return;
      showDone(`${words.connectedSaid(handleOn(one.network, one.handle))} ${outcome.message}`);
      onClose();
    },
  });
  const failed = test.data?.works === false ? test.data.message : undefined;
  return (
    <Stack gap="md">
      <Title order={3}>{words.onceTitle}</Title>
      <Text>{words.onceText}</Text>
      {Object.entries(once).map(([name, value]) => (
        <Secret key={name} value={value} />
      ))}
      {test.isPending && (
        <Text role="status" c="dimmed">
          {words.testing}
        </Text>
      )}
      {failed && !test.isPending && (
        <Alert role="alert" color="red" variant="light" icon={<IconPlugConnectedX aria-hidden />} title={words.states.failing}>
          {failed}
        </Alert>
      )}
      <ProblemAlert problem={test.problem} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {words.testLater}
        </Button>
        <Button loading={test.isPending} onClick={() => test.mutate()}>
          {failed ? words.testAgain : words.testNow}
        </Button>
      </Group>
    </Stack>
  );
}

function Secret({ value }: { value: string }) {
  return (
    <Group wrap="nowrap" align="flex-end" gap="xs">
      <TextInput readOnly value={value} aria-label={words.onceTitle} flex={1} onFocus={(event) => event.currentTarget.select()} data-autofocus />
      <CopyButton value={value}>{({ copied, copy }) => <Button onClick={copy}>{copied ? words.copied : words.copy}</Button>}</CopyButton>
    </Group>
  );
}

interface FormProps {
  one: Connection;
  guide: Guide;
  onClose: () => void;
  onConnected: (once: Record<string, string>) => void;
}

function GuideForm({ one, guide, onClose, onConnected }: FormProps) {
  const form = useForm<Record<string, string>>({
    initialValues: Object.fromEntries(guide.fields.map((field) => [field.key, (field.secret ? '' : one.settings[field.key]) ?? (field.key === 'identifier' ? one.handle : (field.usual ?? ''))])),
  });
  const connect = useCommand((fields: Record<string, string>) => answer(client.POST('/api/v1/accounts/{account}/connection', { params: { path: { account: one.account } }, body: { fields } })), {
    form,
    invalidate: [['connections'], ['publications'], ['publishing']],
    done: (_, connected) => (connected.connection.state === 'working' ? words.connectedSaid : words.savedSaid)(handleOn(one.network, one.handle)),
    onDone: (connected) => onConnected(connected.once),
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => connect.mutate(values))}>
      <Stack gap="md">
        <Text>{guide.why}</Text>
        <div>
          <Title order={3}>{words.steps}</Title>
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
        {guide.fields.map((field) => {
          const shared = { label: field.label, description: field.hint, withAsterisk: field.required, autoComplete: 'off', ...form.getInputProps(field.key) };
          return field.secret ? <PasswordInput key={field.key} {...shared} autoComplete="new-password" /> : <TextInput key={field.key} {...shared} />;
        })}
        <ProblemAlert problem={connect.problem} form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.actions.cancel}
          </Button>
          <Button type="submit" loading={connect.isPending}>
            {words.connect}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
