import { Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useRead } from '../../api';
import { useBrand } from '../../shared';
import { NetworkField } from '../../shared/forms/NetworkField';
import { t } from '../../texts';
import { AskForm } from './AskForm';
import { type Asked, useKeep } from './asked';

const words = t.guide.asks.channel;
const another = 'another';

/** One account the plan speaks from: one that is listed already, or a new line. A channel the outline brought takes it. */
export function ChannelAsk({ plan, onKept }: Asked) {
  const brand = useBrand();
  const listed = useRead(['accounts', brand.id, 'guide'], () => answer(client.GET('/api/v1/accounts', { params: { query: { brand: brand.id } } })));
  const channels = useRead(['channels', plan, 'guide'], () => answer(client.GET('/api/v1/plans/{plan}/channels', { params: { path: { plan } } })));
  const accounts = listed.data?.accounts ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [handle, setHandle] = useState('');
  const [purpose, setPurpose] = useState('');
  const account = chosen ?? accounts[0]?.id ?? another;
  // The outline may have named a network without an account.
  const network = typed ?? channels.data?.find((channel) => channel.account === null)?.network ?? '';
  const keep = useKeep(plan, async () => {
    const id = account === another ? (await answer(client.POST('/api/v1/accounts', { body: { brand: brand.id, network, handle, purpose } }))).id : account;
    const on = account === another ? network : accounts.find((each) => each.id === account)?.network;
    const waiting = channels.data?.find((channel) => channel.account === null && channel.network === on);
    return waiting
      ? answer(client.POST('/api/v1/channels/{channel}/account', { params: { path: { channel: waiting.id } }, body: { account: id } }))
      : answer(client.POST('/api/v1/channels', { body: { plan, account: id } }));
  }, onKept);
  return (
    <AskForm keep={keep} ready={account !== another || (network.trim() !== '' && handle.trim() !== '' && purpose.trim() !== '')} onSend={() => keep.mutate()} onLater={onKept}>
      {accounts.length > 0 && (
        <Select
          label={words.fields.account}
          data={[...accounts.map((each) => ({ value: each.id, label: `${t.networks[each.network as keyof typeof t.networks] ?? each.network}, ${each.handle}` })), { value: another, label: words.other }]}
          value={account}
          onChange={setChosen}
        />
      )}
      {account === another && (
        <Group grow align="flex-end">
          <NetworkField own label={words.fields.network} value={network} onChange={setTyped} />
          <TextInput label={words.fields.handle} value={handle} onChange={(event) => setHandle(event.currentTarget.value)} />
        </Group>
      )}
      {account === another && <TextInput label={words.fields.purpose} description={words.fields.purposeHint} value={purpose} onChange={(event) => setPurpose(event.currentTarget.value)} />}
    </AskForm>
  );
}
