import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { confirm } from '../shared';
import { t } from '../texts';
import { type Publication, useDecide, useTakeBack, useVerbOf } from './reads';
import { SayWhere } from './SayWhere';

/** What the reader may do with a publication, the first one first. */
export function PublicationActions({ one, compact = false }: { one: Publication; compact?: boolean }) {
  const words = t.publishing;
  const [asks, setAsks] = useState(false);
  const retry = useVerbOf('retry', one.commentOnly ? words.commentSentAgain : words.sentAgain);
  const keep = useVerbOf('keep', words.keptSaid);
  const skip = useVerbOf('skip', one.commentOnly ? words.commentSkippedSaid : words.skippedSaid);
  const decide = useDecide(words.decidedSaid);
  const takeBack = useTakeBack(words.deletedSaid);
  const busy = retry.isPending || keep.isPending || skip.isPending || decide.isPending || takeBack.isPending;

  const askToDelete = async () => {
    if (await confirm({ title: words.deleteTitle, text: words.deleteText, verb: words.actions.delete })) takeBack.mutate(one);
  };
  const runs: Record<Publication['actions'][number], () => void> = {
    retry: () => retry.mutate(one),
    keep: () => keep.mutate(one),
    skip: () => skip.mutate(one),
    sayItIsOut: () => setAsks(true),
    sayItIsNotOut: () => decide.mutate({ one, isOut: false }),
    delete: () => void askToDelete(),
  };
  const shown = compact ? one.actions.slice(0, 1) : one.actions;
  return (
    <Group gap="xs" wrap={compact ? 'nowrap' : 'wrap'}>
      {shown.map((action, place) => (
        <Button
          key={action}
          size="compact-sm"
          variant={place === 0 && one.needsYou ? 'light' : 'default'}
          color={action === 'delete' ? 'red' : undefined}
          disabled={busy}
          onClick={(event) => {
            event.stopPropagation();
            runs[action]();
          }}
        >
          {(one.commentOnly ? words.commentActions : words.actions)[action]}
        </Button>
      ))}
      {asks && <SayWhere one={one} onClose={() => setAsks(false)} />}
    </Group>
  );
}
