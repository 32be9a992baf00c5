import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { confirm, useMay } from '../shared';
import { t } from '../texts';
import type { PartProps } from './ChannelPage';
import { afterChange, type Channel } from './useChannels';

const words = t.channels;

/** Enter, wait or reject, with the reason; or take the channel out altogether. */
export function DecisionPart({ channel, disabled }: PartProps) {
  const mayRemove = useMay('runPlan');
  const params = { path: { channel: channel.id } };
  const [status, setStatus] = useState<Channel['status']>(channel.status);
  const [reason, setReason] = useState(channel.decisionReason ?? '');
  const send = (body: { status: Channel['status']; reason: string | null }) => answer(client.POST('/api/v1/channels/{channel}/decision', { params, body }));
  const decide = useCommand(send, { inTurn: channel.id, invalidate: afterChange, done: words.saved(words.status), undo: () => send({ status: channel.status, reason: channel.decisionReason }) });
  const remove = useCommand(() => answer(client.DELETE('/api/v1/channels/{channel}', { params })), {
    invalidate: afterChange,
    done: words.removed(channel.networkLabel),
    goTo: () => ({ to: '/channels' }),
  });
  const ask = async () => {
    if (await confirm({ title: words.remove, text: words.removeText, verb: words.remove })) remove.mutate();
  };
  const changed = status !== channel.status || reason !== (channel.decisionReason ?? '');
  return (
    <Group align="flex-end">
      <Select label={words.status} data={Object.entries(words.statuses).map(([value, label]) => ({ value, label }))} value={status} onChange={(value) => setStatus(value as Channel['status'])} disabled={disabled} />
      <TextInput label={words.reason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} disabled={disabled} style={{ flex: 1, minWidth: 180 }} />
      {!disabled && (
        <Button variant="default" disabled={!changed} loading={decide.isPending} onClick={() => decide.mutate({ status, reason: reason || null })}>
          {words.decide}
        </Button>
      )}
      {mayRemove && (
        <Button variant="subtle" color="red" onClick={() => void ask()}>
          {words.remove}
        </Button>
      )}
    </Group>
  );
}
