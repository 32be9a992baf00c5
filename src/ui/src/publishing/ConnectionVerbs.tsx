import { Button, Group } from '@mantine/core';
import { answer, client, type components, Problem, useCommand } from '../api';
import { showProblem } from '../shared';
import { t } from '../texts';

type Connection = components['schemas']['ConnectionView'];
const words = t.publishing.connections;

interface Props {
  one: Connection;
  may: boolean;
  mayTest: boolean;
  onConnect: () => void;
  onDisconnect: () => void;
}

/** Connect, test, disconnect: what the reader may do with an account. */
export function ConnectionVerbs({ one, may, mayTest, onConnect, onDisconnect }: Props) {
  const test = useCommand(() => answer(client.POST('/api/v1/accounts/{account}/connection/test', { params: { path: { account: one.account } } })), {
    invalidate: [['connections']],
    done: (_, outcome) => (outcome.works ? outcome.message : ''),
    onDone: (outcome) => {
      if (!outcome.works) showProblem(new Problem(200, 'connection-broken', outcome.message));
    },
  });
  return (
    <Group gap="xs" justify="flex-end">
      {one.state && !one.choose && mayTest && (
        <Button size="compact-sm" variant="default" loading={test.isPending} onClick={() => test.mutate()}>
          {words.test}
        </Button>
      )}
      {may && (
        <Button size="compact-sm" variant={one.state === 'working' ? 'default' : 'light'} onClick={onConnect}>
          {one.choose ? words.signIn.choose : one.state ? words.reconnect : words.connect}
        </Button>
      )}
      {one.state && may && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onDisconnect}>
          {words.disconnect}
        </Button>
      )}
    </Group>
  );
}
