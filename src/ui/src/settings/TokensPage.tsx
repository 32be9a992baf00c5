import { Button, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconClockX } from '@tabler/icons-react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { type Column, confirm, DataTable, Empty, Loaded, Moment, StatusMark, useBrand, useMay, useUrl } from '../shared';
import { t } from '../texts';
import { MakeToken } from './MakeToken';
import { SettingsPage } from './SettingsPage';

type Token = components['schemas']['ApiTokenView'];
const words = t.settings.tokens;

const stateOf = (token: Token): 'works' | 'expired' | 'revoked' => (token.revokedAt ? 'revoked' : new Date(token.expiresAt) < new Date() ? 'expired' : 'works');

function State({ token }: { token: Token }) {
  const state = stateOf(token);
  if (state === 'works') return <StatusMark tone="good" icon={IconCircleCheck}>{words.works}</StatusMark>;
  return <StatusMark tone="calm" icon={state === 'revoked' ? IconCircleX : IconClockX}>{words[state]}</StatusMark>;
}

export default function TokensPage() {
  const { zone } = useBrand();
  const mayChange = useMay('administer');
  const [url, setUrl] = useUrl();
  const tokens = useRead(['api-tokens'], () => answer(client.GET('/api/v1/api-tokens')));
  const revoke = useCommand((id: string) => answer(client.POST('/api/v1/api-tokens/{token}/revoke', { params: { path: { token: id } } })), {
    invalidate: [['api-tokens']],
    done: words.revokedSaid,
  });
  const ask = async (token: Token) => {
    if (await confirm({ title: words.revokeTitle(token.name), text: words.revokeText, verb: words.revokeVerb })) revoke.mutate(token.id);
  };
  const make = () => setUrl({ add: 'token' }, true);

  const columns: Column<Token>[] = [
    { key: 'name', title: words.name, cell: (token) => token.name, sort: (token) => token.name },
    { key: 'shownAs', title: words.shownAs, cell: (token) => <Text ff="monospace">{token.shownAs}</Text>, hideBelow: 960 },
    { key: 'scope', title: words.scope, cell: (token) => token.scope.map((permission) => words.permissions[permission]).join(', '), hideBelow: 720 },
    { key: 'lastUsed', title: words.lastUsed, cell: (token) => (token.lastUsedAt ? <Moment at={token.lastUsedAt} zone={zone} /> : <Text c="dimmed">{words.neverUsed}</Text>), sort: (token) => token.lastUsedAt },
    { key: 'expires', title: words.expires, cell: (token) => <Moment at={token.expiresAt} zone={zone} />, sort: (token) => token.expiresAt },
    { key: 'state', title: words.state, cell: (token) => <State token={token} />, sort: stateOf },
    {
      key: 'revoke',
      title: t.actions.doSomething,
      hideTitle: true,
      cell: (token) =>
        mayChange && stateOf(token) === 'works' ? (
          <Button variant="subtle" color="red" size="compact-sm" onClick={() => void ask(token)}>
            {words.revoke}
          </Button>
        ) : null,
    },
  ];
  return (
    <SettingsPage purpose={words.purpose} add={mayChange ? { id: 'tokens.make', label: words.make, run: make, keywords: ['api', 'key'] } : null}>
      <Loaded read={tokens}>
        {(rows) => (
          <DataTable
            label={words.tab}
            rows={rows}
            columns={columns}
            rowKey={(token) => token.id}
            rowName={(token) => token.name}
            empty={<Empty title={words.emptyTitle} text={words.empty} action={mayChange ? { label: words.make, onClick: make } : undefined} />}
          />
        )}
      </Loaded>
      <MakeToken opened={mayChange && url.add === 'token'} onClose={() => setUrl({ add: undefined })} />
    </SettingsPage>
  );
}
