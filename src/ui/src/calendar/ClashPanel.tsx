import { Alert, Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { formatMoment, networkName, useBrand } from '../shared';
import { t } from '../texts';
import type { Account } from './data';
import { draftOf } from './draft';
import { type Clash, isText, merge } from './merge';
import { TextDiff } from './TextDiff';
import type { Composer, Quarrel } from './useComposer';

const words = t.writing.clash;
type Choice = 'mine' | 'theirs' | 'hand';

/** Two people changed the same words: who, what, and the choice for each, so that nothing is overwritten unseen. */
export function ClashPanel({ quarrel, composer, accounts }: { quarrel: Quarrel; composer: Composer; accounts: Account[] }) {
  const brand = useBrand();
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const [byHand, setByHand] = useState<Record<string, string>>({});
  const { kept } = composer;
  const finish = (choose: (clash: Clash) => string | undefined) => {
    const decided = Object.fromEntries(quarrel.clashes.map((clash) => [clash.key, choose(clash)]));
    composer.settle(merge(quarrel.base, quarrel.mine, draftOf(quarrel.theirs), decided).merged);
  };
  const chosen = (clash: Clash) => {
    const choice = choices[clash.key] ?? 'mine';
    return choice === 'hand' ? (byHand[clash.key] ?? clash.mine ?? '') : clash[choice];
  };
  return (
    <Alert color="yellow" icon={<IconUsers aria-hidden />} title={words.title(kept.changedBy ?? words.somebody, kept.changedAt ? formatMoment(kept.changedAt, brand.zone) : '')}>
      <Stack gap="md">
        <Text size="sm">{words.explain}</Text>
        {quarrel.clashes.map((clash) => (
          <div key={clash.key} role="group" aria-label={nameOf(clash.key, accounts)}>
            <Group justify="space-between" mb={4}>
              <Text fw={600}>{nameOf(clash.key, accounts)}</Text>
              <SegmentedControl
                size="xs"
                aria-label={words.choose(nameOf(clash.key, accounts))}
                value={choices[clash.key] ?? 'mine'}
                onChange={(value) => setChoices({ ...choices, [clash.key]: value as Choice })}
                data={(['mine', 'theirs', ...(isText(clash.key) ? (['hand'] as const) : [])] as Choice[]).map((value) => ({ value, label: words.choices[value] }))}
              />
            </Group>
            {isText(clash.key) ? (
              <>
                <Text size="xs" c="dimmed">{words.difference}</Text>
                <TextDiff before={clash.theirs ?? ''} after={clash.mine ?? ''} />
                {choices[clash.key] === 'hand' && (
                  <Textarea mt="xs" autosize minRows={2} maxRows={14} aria-label={words.hand(nameOf(clash.key, accounts))} value={byHand[clash.key] ?? clash.mine ?? ''} onChange={(event) => setByHand({ ...byHand, [clash.key]: event.currentTarget.value })} />
                )}
              </>
            ) : (
              <Text size="sm" c="dimmed">{words.both}</Text>
            )}
          </div>
        ))}
        <Group gap="xs">
          <Button onClick={() => finish(chosen)}>{words.take}</Button>
          <Button variant="default" onClick={() => finish((clash) => clash.theirs)}>{words.allTheirs}</Button>
          <Button variant="default" onClick={() => finish((clash) => clash.mine)}>{words.allMine}</Button>
        </Group>
      </Stack>
    </Alert>
  );
}

/** What a part of a draft is called. */
function nameOf(key: string, accounts: Account[]): string {
  const [part, id] = key.split(' ') as [string, string | undefined];
  if (!id) return words.parts[part as keyof typeof words.parts];
  const account = accounts.find((each) => each.id === id);
  const on = account ? networkName(account.network) : words.anAccount;
  return words.ofAccount[part as keyof typeof words.ofAccount](on);
}
