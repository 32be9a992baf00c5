import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconCircleCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { answer, client, type components, useCommand } from '../api';
import { FormSkeleton, handleOn, Page, ProblemAlert, showDone, useUrl } from '../shared';
import { t } from '../texts';
import { PlaceChoice } from './PlaceChoice';

type SignedIn = components['schemas']['SignedIn'];
const words = t.publishing.connections.signIn;

/** Where a network leads back to: takes its code once, says what came of it, asks which page is meant. */
export default function SignedInPage() {
  const [url, setUrl] = useUrl();
  const navigate = useNavigate();
  const taken = useRef(false);
  const back = (connect?: string) => void navigate({ to: '/settings/networks', search: (connect ? { connect } : {}) as never, replace: true });
  const finish = useCommand((brought: { state: string; code?: string; error?: string }) => answer(client.POST('/api/v1/connections/sign-in', { body: brought })), {
    invalidate: [['connections'], ['publications'], ['publishing']],
    quiet: true,
    onDone: (result) => {
      if (!result.works || result.places.length > 0) return;
      showDone(`${t.publishing.connections.connectedSaid(handleOn(result.network, result.handle))} ${result.message}`);
      back();
    },
  });
  useEffect(() => {
    if (taken.current || !url.state) return;
    taken.current = true;
    finish.mutate({ state: url.state, code: url.code, error: url.error });
    // The code is good once: it does not stay in the address or in the history.
    setUrl({ state: undefined, code: undefined, error: undefined, error_description: undefined, scope: undefined, iss: undefined });
  });
  const result = finish.data;
  return (
    <Page title={words.backTitle} purpose={words.backPurpose}>
      {!taken.current && !url.state ? (
        <Failed message={words.nothingBrought} />
      ) : finish.problem ? (
        <Stack gap="md">
          <ProblemAlert problem={finish.problem} />
          <Back />
        </Stack>
      ) : !result || (result.works && result.places.length === 0) ? (
        <FormSkeleton />
      ) : result.works ? (
        <Choose result={result} onDone={() => back()} />
      ) : (
        <Failed message={result.message} account={result.account} />
      )}
    </Page>
  );
}

function Choose({ result, onDone }: { result: SignedIn; onDone: () => void }) {
  const name = handleOn(result.network, result.handle);
  return (
    <Stack gap="md" maw={560}>
      <Alert color="teal" variant="light" icon={<IconCircleCheck aria-hidden />} title={words.signedIn(result.networkName)}>
        {words.choosePlace(name)}
      </Alert>
      <PlaceChoice
        account={result.account}
        places={result.places}
        onClose={onDone}
        onChosen={(connection) => {
          showDone(`${t.publishing.connections.connectedSaid(name)} ${connection.message ?? ''}`);
          onDone();
        }}
      />
    </Stack>
  );
}

function Failed({ message, account }: { message: string; account?: string }) {
  return (
    <Stack gap="md" maw={640}>
      <Alert role="alert" color="red" variant="light" icon={<IconPlugConnectedX aria-hidden />} title={words.notSignedIn}>
        {message}
      </Alert>
      <Back account={account} />
    </Stack>
  );
}

function Back({ account }: { account?: string }) {
  return (
    <Group>
      <Button component={Link} to="/settings/networks" search={(account ? { connect: account } : {}) as never}>
        {account ? words.again : words.toNetworks}
      </Button>
    </Group>
  );
}
