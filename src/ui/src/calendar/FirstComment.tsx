import { ActionIcon, Button, Group, Stack, Textarea } from '@mantine/core';
import { IconMessagePlus, IconTrash } from '@tabler/icons-react';
import { t } from '../texts';
import { CountLine } from './CountLine';
import type { Draft, Network } from './draft';
import type { Chosen } from './Editor';

const words = t.writing.comment;

interface Props {
  draft: Draft;
  chosen: Chosen[];
  onChange: (draft: Draft) => void;
  disabled: boolean;
}

/** A network with the length of its comments in place of its posts'. */
const forComments = (network: Network): Network =>
  network.posting?.commentLimit ? { ...network, text: { unit: network.text?.unit, limit: network.posting.commentLimit } as Network['text'] } : network;

/** What is said below the post right after it is out: the link, the hashtags, the question. Each account has its own. */
export function FirstComment({ draft, chosen, onChange, disabled }: Props) {
  const able = chosen.filter(({ network }) => network?.takesFirstComment);
  const tell = (ids: string[], comment: string | undefined) =>
    onChange({
      ...draft,
      accounts: draft.accounts.map((each) => {
        if (!ids.includes(each.id)) return each;
        const { comment: _, ...rest } = each;
        return comment === undefined ? rest : { ...rest, comment };
      }),
    });
  const said = draft.accounts.filter((each) => each.comment !== undefined);
  const silent = able.filter(({ account }) => said.every((each) => each.id !== account.id));
  return (
    <Stack gap="sm">
      {said.map((each) => {
        const on = chosen.find(({ account }) => account.id === each.id);
        const name = on?.network?.name ?? on?.account.network ?? '';
        return (
          <div key={each.id}>
            <Group wrap="nowrap" align="flex-start" gap="xs">
              <Textarea
                label={words.on(name)}
                description={words.hint}
                value={each.comment}
                disabled={disabled}
                autosize
                minRows={2}
                maxRows={8}
                style={{ flex: 1 }}
                onChange={(event) => tell([each.id], event.currentTarget.value)}
              />
              <ActionIcon mt={24} variant="subtle" aria-label={words.remove(name)} disabled={disabled} onClick={() => tell([each.id], undefined)}>
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
            {on?.network && <CountLine network={forComments(on.network)} text={each.comment ?? ''} withMedia={false} />}
          </div>
        );
      })}
      {silent.length > 0 && (
        <Button size="compact-sm" variant="default" style={{ alignSelf: 'flex-start' }} leftSection={<IconMessagePlus size={16} aria-hidden />} disabled={disabled} onClick={() => tell(silent.map(({ account }) => account.id), '')}>
          {words.add}
        </Button>
      )}
    </Stack>
  );
}
