import { ActionIcon, Button, Menu, Modal, Stack, Textarea } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { t } from '../texts';
import { type Campaign, type Move, useCampaignCommands } from './useCampaigns';

const words = t.campaigns;
/** Ending and giving up are worth a sentence. */
const asked: Move[] = ['end', 'cancel'];

/** What can be done with a campaign: the next step as a button, the rest behind the dots. */
export function CampaignActions({ campaign, onRemoved }: { campaign: Campaign; onRemoved: () => void }) {
  const { move, remove } = useCampaignCommands(campaign);
  const [asking, setAsking] = useState<Move | null>(null);
  const [note, setNote] = useState('');
  const first = campaign.moves.find((each) => each === 'start' || each === 'end' || each === 'reopen');
  const make = (each: Move) => (asked.includes(each) ? setAsking(each) : move.mutate({ move: each }));
  const close = () => {
    setAsking(null);
    setNote('');
  };
  return (
    <>
      {first && (
        <Button size="compact-sm" variant="default" loading={move.isPending} onClick={() => make(first)}>
          {words.moves[first]}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={words.more}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {campaign.moves
            .filter((each) => each !== first)
            .map((each) => (
              <Menu.Item key={each} onClick={() => make(each)}>
                {words.moves[each]}
              </Menu.Item>
            ))}
          <Menu.Item
            color="red"
            onClick={() => {
              remove.mutate();
              onRemoved();
            }}
          >
            {words.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={asking !== null} onClose={close} title={asking ? words.moves[asking] : ''} closeButtonProps={{ 'aria-label': t.actions.close }}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (asking) move.mutate({ move: asking, note: note.trim() });
            close();
          }}
        >
          <Stack gap="sm">
            <Textarea label={asking === 'cancel' ? words.cancelNote : words.endNote} autosize minRows={2} maxLength={1000} value={note} onChange={(event) => setNote(event.currentTarget.value)} data-autofocus />
            <Button type="submit" disabled={asking === 'cancel' && note.trim() === ''} style={{ alignSelf: 'flex-end' }}>
              {asking && words.moves[asking]}
            </Button>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
