import { Stack, Text } from '@mantine/core';
import type { components } from '../api';
import { networkName } from '../shared';
import { t } from '../texts';
import { useAccounts } from './data';
import { TextDiff } from './TextDiff';

type Change = components['schemas']['PostChange'];
const words = t.writing.versions;
const lines = (text: string | null | undefined) => (text == null ? 0 : text.split('\n').length);

/** What differs between two versions of a post, part by part and word by word. */
export function Changes({ changes }: { changes: Change[] }) {
  const accounts = useAccounts().data?.accounts ?? [];
  const network = (id: string | null | undefined) => networkName(accounts.find((account) => account.id === id)?.network ?? '');
  return (
    <Stack gap="xs">
      {changes.map((change, place) => (
        <div key={place}>
          {change.field === 'account' ? (
            <Text size="sm">{change.after ? words.joined(networkName(change.after)) : words.left(networkName(change.before ?? ''))}</Text>
          ) : (
            <>
              <Text size="xs" c="dimmed">{change.account ? words.on(words.fields[change.field], network(change.account)) : words.fields[change.field]}</Text>
              {change.field === 'media' ? (
                <Text size="sm">{words.pictures(lines(change.before), lines(change.after))}</Text>
              ) : change.field === 'ownText' && change.after == null ? (
                <Text size="sm">{words.follows}</Text>
              ) : (
                <TextDiff before={change.before ?? ''} after={change.after ?? ''} />
              )}
            </>
          )}
        </div>
      ))}
    </Stack>
  );
}
