import { Stack, Text } from '@mantine/core';
import { answer, client, type components, useCommand, useRead } from '../api';
import { settingsTabs } from '../tabs';
import { type Column, confirm, DataTable, Empty, Figure, formatNumber, handleOn, Loaded, Moment, NetworkMark, Page, useBrand, useMay, useUrl } from '../shared';
import { t } from '../texts';
import { ConnectDialog } from './ConnectDialog';
import { ConnectionMark } from './ConnectionMark';
import { ConnectionVerbs } from './ConnectionVerbs';
import { Spending, useSpending } from './Spending';

export type Connection = components['schemas']['ConnectionView'];
const words = t.publishing.connections;
const nameOf = (one: Connection) => handleOn(one.network, one.handle);

/** The accounts Bellwether may publish to. */
export default function NetworksPage() {
  const brand = useBrand();
  const may = useMay('administer');
  const mayTest = useMay('publish');
  const [url, setUrl] = useUrl();
  const read = useRead(['connections', brand.id], () => answer(client.GET('/api/v1/connections', { params: { query: { brand: brand.id } } })));
  const spending = useSpending().data ?? [];
  const disconnect = useCommand((one: Connection) => answer(client.DELETE('/api/v1/accounts/{account}/connection', { params: { path: { account: one.account } } })), {
    invalidate: [['connections']],
    done: words.disconnectedSaid,
  });
  const ask = async (one: Connection) => {
    if (await confirm({ title: words.disconnectTitle(nameOf(one)), text: words.disconnectText, verb: words.disconnect })) disconnect.mutate(one);
  };
  const columns: Column<Connection>[] = [
    { key: 'handle', title: words.handle, primary: true, cell: nameOf, sort: nameOf },
    { key: 'network', title: words.network, cell: (one) => <NetworkMark network={one.network} name={one.networkName} />, sort: (one) => one.networkName },
    {
      key: 'state',
      title: words.state,
      sort: (one) => one.state,
      cell: (one) => (
        <Stack gap={0}>
          <ConnectionMark one={one} />
          <Text size="xs" c="dimmed">
            {one.connectable ? one.message : words.byHandText}{' '}
            {one.connectable && one.checkedAt && (
              <>
                {words.lastTest} <Moment at={one.checkedAt} zone={brand.zone} />
              </>
            )}
            {one.expiresAt && (
              <>
                {' '}
                {words.ends} <Moment at={one.expiresAt} zone={brand.zone} />
              </>
            )}
          </Text>
        </Stack>
      ),
    },
    { key: 'waiting', title: words.waiting, align: 'right', hideBelow: 720, cell: (one) => <Figure value={one.waiting} format={(value) => formatNumber(value, 0)} />, sort: (one) => one.waiting },
    ...(spending.length === 0
      ? []
      : [
          {
            key: 'costs',
            title: t.spending.column,
            hideInCard: (one: Connection) => spending.every((each) => each.account !== one.account),
            cell: (one: Connection) => spending.filter((each) => each.account === one.account).map((each) => <Spending key={each.account} spending={each} name={nameOf(one)} may={may} />),
          },
        ]),
    {
      key: 'verbs',
      title: words.connect,
      hideTitle: true,
      align: 'right',
      hideInCard: (one) => !one.connectable,
      cell: (one) => one.connectable && <ConnectionVerbs one={one} may={may} mayTest={mayTest} onConnect={() => setUrl({ connect: one.account })} onDisconnect={() => void ask(one)} />,
    },
  ];
  return (
    <Page title={t.settings.title} purpose={t.settings.networks.purpose} help={t.settings.help} tabs={settingsTabs}>
      <Loaded read={read}>
        {(accounts) => {
          const chosen = accounts.find((one) => one.account === url.connect && one.connectable);
          return (
            <>
              <DataTable
                label={t.settings.networks.tab}
                rows={accounts}
                columns={columns}
                rowKey={(one) => one.account}
                rowName={nameOf}
                empty={<Empty title={words.emptyTitle} text={words.empty} action={{ label: words.emptyAction, to: '/audit' }} />}
              />
              {chosen && may && <ConnectDialog one={chosen} onClose={() => setUrl({ connect: undefined })} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
