import { ActionIcon, Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { networkName, ProblemAlert, useBrand } from '../shared';
import { t } from '../texts';
import { type Block, type BlockKind, kinds } from './blocks';
import { useAccounts } from './data';

const words = t.blocks;
const stale = [['calendar', 'blocks']];

/** The words that come again: added, changed, taken away. */
export function BlocksModal({ opened, onClose, blocks }: { opened: boolean; onClose: () => void; blocks: Block[] }) {
  const [edited, setEdited] = useState<Block | 'new' | null>(null);
  const remove = useCommand((block: Block) => answer(client.POST('/api/v1/text-blocks/{block}/archive', { params: { path: { block: block.id } } })), {
    invalidate: stale,
    done: (block) => words.removed(block.name),
    undo: (block) => answer(client.POST('/api/v1/text-blocks', { body: { brand: brand.id, kind: block.kind, name: block.name, text: block.text, handles: block.handles } })),
  });
  const brand = useBrand();
  return (
    <Modal opened={opened} onClose={onClose} title={words.manage} size="lg" closeButtonProps={{ 'aria-label': t.actions.close }}>
      {edited ? (
        <BlockForm key={edited === 'new' ? 'new' : edited.id} block={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />
      ) : (
        <Stack gap="xs">
          {blocks.length === 0 && <Text c="dimmed">{words.empty}</Text>}
          {blocks.map((block) => (
            <Group key={block.id} justify="space-between" wrap="nowrap">
              <div style={{ minWidth: 0 }}>
                <Text fw={600}>{block.name}</Text>
                <Text size="xs" c="dimmed" truncate>
                  {words.kinds[block.kind]}: {block.kind === 'mention' ? Object.entries(block.handles).map(([network, handle]) => `${networkName(network)} @${handle}`).join(', ') || block.text : block.text}
                </Text>
              </div>
              <Group gap={4} wrap="nowrap">
                <ActionIcon variant="subtle" aria-label={words.change(block.name)} onClick={() => setEdited(block)}>
                  <IconPencil size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon variant="subtle" aria-label={words.remove(block.name)} onClick={() => remove.mutate(block)}>
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </Group>
          ))}
          <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setEdited('new')}>
            {words.add}
          </Button>
        </Stack>
      )}
    </Modal>
  );
}

function BlockForm({ block, onDone }: { block: Block | null; onDone: () => void }) {
  const brand = useBrand();
  const networks = [...new Set((useAccounts().data?.accounts ?? []).map((account) => account.network))].sort();
  const [kind, setKind] = useState<BlockKind>(block?.kind ?? 'snippet');
  const [name, setName] = useState(block?.name ?? '');
  const [text, setText] = useState(block?.text ?? '');
  const [handles, setHandles] = useState<Record<string, string>>(block?.handles ?? {});
  const save = useCommand(
    () =>
      block
        ? answer(client.PATCH('/api/v1/text-blocks/{block}', { params: { path: { block: block.id } }, body: { name, text, handles } }))
        : answer(client.POST('/api/v1/text-blocks', { body: { brand: brand.id, kind, name, text, handles } })),
    { invalidate: stale, quiet: true, done: words.saved, onDone },
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="sm">
        {!block && <Select label={words.kind} allowDeselect={false} data={kinds.map((value) => ({ value, label: words.kinds[value] }))} value={kind} onChange={(value) => setKind((value ?? 'snippet') as BlockKind)} />}
        <TextInput label={words.name} required maxLength={80} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        {kind === 'mention' ? (
          <>
            <TextInput label={words.plain} description={words.plainHint} maxLength={200} value={text} onChange={(event) => setText(event.currentTarget.value)} />
            {[...new Set([...networks, ...Object.keys(handles)])].map((network) => (
              <TextInput key={network} label={words.handleOn(networkName(network))} value={handles[network] ?? ''} onChange={(event) => setHandles({ ...handles, [network]: event.currentTarget.value })} />
            ))}
          </>
        ) : (
          <Textarea label={words.text} required autosize minRows={3} maxRows={10} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        )}
        <ProblemAlert problem={save.problem} />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
            {words.save}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t.actions.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
