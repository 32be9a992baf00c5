import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand } from '../../api';
import { type Column, DataTable, Figure, formatNumber, PersonPicker, showDone, useMember, usePeople } from '../../shared';
import { t } from '../../texts';
import { CopyShort } from '../CopyShort';
import { afterPiece, type Sheet } from './collateral';

type Share = Sheet['shares'][number];
const words = t.collateral.share;
const whole = (value: number) => formatNumber(value, 0);

const columns: Column<Share>[] = [
  { key: 'person', title: words.person, primary: true, cell: (share) => share.person, sort: (share) => share.person },
  { key: 'link', title: words.link, cell: (share) => <CopyShort short={share.short} /> },
  { key: 'uses', title: t.collateral.facts.uses, align: 'right', cell: (share) => <Figure value={share.uses} format={whole} />, sort: (share) => share.uses },
  { key: 'opened', title: t.collateral.facts.opened, align: 'right', cell: (share) => <Figure value={share.opened} format={whole} />, sort: (share) => share.opened },
];

/** A person's own link to a piece, and who used theirs. */
export function SharePart({ sheet }: { sheet: Sheet }) {
  const me = useMember();
  const { people } = usePeople();
  const [member, setMember] = useState<string | null>(me.id);
  const share = useCommand(() => answer(client.POST('/api/v1/collateral/{collateral}/share', { params: { path: { collateral: sheet.item.id } }, body: { member } })), {
    invalidate: afterPiece,
    // Where the browser lets no page write to the clipboard, the link stands in the list below.
    onDone: ({ short }) =>
      void (navigator.clipboard?.writeText(short) ?? Promise.reject(new Error())).then(
        () => showDone(words.copied(short)),
        () => showDone(words.made(short)),
      ),
  });
  return (
    <section aria-label={words.title}>
      <Text fw={600} mb="xs">
        {words.title}
      </Text>
      <Stack gap="md">
        <Group align="flex-end">
          <PersonPicker label={words.by} people={people} value={member} onChange={setMember} required />
          <Button leftSection={<IconCopy size={16} aria-hidden />} disabled={member === null} loading={share.isPending} onClick={() => share.mutate()}>
            {words.copy}
          </Button>
        </Group>
        <DataTable name="shares" label={words.people} rows={sheet.shares} columns={columns} rowKey={(row) => row.member} rowName={(row) => row.person} empty={<Text c="dimmed">{words.nobody}</Text>} />
      </Stack>
    </section>
  );
}
