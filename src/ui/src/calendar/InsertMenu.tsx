import { Button, Menu } from '@mantine/core';
import { IconPlaylistAdd } from '@tabler/icons-react';
import { useState } from 'react';
import { t } from '../texts';
import { BlocksModal } from './BlocksModal';
import { kinds, useBlocks, wordsOf } from './blocks';

const words = t.blocks;

/** Puts a snippet, a group of hashtags, a signature or a mention into the text; from here they are also looked after. */
export function InsertMenu({ onInsert, disabled }: { onInsert: (words: string, own: boolean) => void; disabled: boolean }) {
  const blocks = useBlocks();
  const [managed, setManaged] = useState(false);
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button size="compact-xs" variant="subtle" disabled={disabled} leftSection={<IconPlaylistAdd size={14} aria-hidden />}>
            {words.insert}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
          {kinds.map((kind) => {
            const some = blocks.filter((block) => block.kind === kind);
            return (
              some.length > 0 && (
                <div key={kind}>
                  <Menu.Label>{words.kinds[kind]}</Menu.Label>
                  {some.map((block) => (
                    <Menu.Item key={block.id} onClick={() => onInsert(wordsOf(block), kind === 'signature' || kind === 'snippet')}>
                      {block.name}
                    </Menu.Item>
                  ))}
                </div>
              )
            );
          })}
          {blocks.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={() => setManaged(true)}>{words.manage}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <BlocksModal opened={managed} onClose={() => setManaged(false)} blocks={blocks} />
    </>
  );
}
