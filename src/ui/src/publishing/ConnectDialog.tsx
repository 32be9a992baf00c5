import { Alert, Button, CopyButton, Group, Modal, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { FormSkeleton, handleOn, Loaded, ProblemAlert, showDone } from '../shared';
import { t } from '../texts';
import { GuideForm } from './GuideForm';
import { PlaceChoice } from './PlaceChoice';

type Connection = components['schemas']['ConnectionView'];
const words = t.publishing.connections;

/** Connecting an account, step by step: what the credentials are, where to make them, and a first try. */
export function ConnectDialog({ one, onClose }: { one: Connection; onClose: () => void }) {
  const [once, setOnce] = useState<Record<string, string>>();
  const [anew, setAnew] = useState(false);
  const read = useRead(['connection guide', one.network], () => answer(client.GET('/api/v1/connections/guides/{network}', { params: { path: { network: one.network } } })));
  const done = (fresh: Record<string, string>) => (Object.keys(fresh).length > 0 ? setOnce(fresh) : onClose());
  return (
    <Modal opened onClose={onClose} size="lg" title={words.dialogTitle(handleOn(one.network, one.handle), one.networkName)} closeOnClickOutside={!once} closeButtonProps={{ 'aria-label': t.actions.close }}>
      {once ? (
        <StoreAndTest one={one} once={once} onClose={onClose} />
      ) : one.choose && !anew ? (
        <ChooseHere one={one} onClose={onClose} onAnew={() => setAnew(true)} />
      ) : (
        <Loaded read={read} skeleton={<FormSkeleton />}>
          {(guide) => <GuideForm one={one} guide={guide} onClose={onClose} onConnected={done} />}
        </Loaded>
      )}
    </Modal>
  );
}

/** Somebody signed in and left without saying which page is meant. */
function ChooseHere({ one, onClose, onAnew }: { one: Connection; onClose: () => void; onAnew: () => void }) {
  const read = useRead(['connection places', one.account], () => answer(client.GET('/api/v1/accounts/{account}/connection/places', { params: { path: { account: one.account } } })));
  const chosen = (fresh: Connection) => {
    showDone(`${words.connectedSaid(handleOn(one.network, one.handle))} ${fresh.message ?? ''}`);
    onClose();
  };
  return (
    <Stack gap="md">
      <Loaded read={read} skeleton={<FormSkeleton />}>
        {(places) => <PlaceChoice account={one.account} places={places} onChosen={chosen} onClose={onClose} />}
      </Loaded>
      <Button variant="subtle" onClick={onAnew}>
        {words.signIn.anew}
      </Button>
    </Stack>
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
