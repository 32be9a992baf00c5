import { Anchor, Button, FileButton, Group, Image, Select, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { answer, client, useCommand } from '../api';
import { base64, Comments, Day, DetailPanel, InlineEdit, NetworkMark, ProblemAlert, StatusMark, useMay } from '../shared';
import { t } from '../texts';
import type { AuthorType, Example } from './data';
import { TryExample } from './TryExample';

const words = t.competitors.inspiration;
type Change = { title?: string; url?: string; author?: string; authorType?: AuthorType; learn?: string; voice?: string; quoted?: string; tags?: string[]; allowedBy?: string; archived?: boolean };

/** One example: what to learn, how its writer speaks, and who allowed to use it again. */
export function ExamplePanel({ example, onClose }: { example: Example; onClose: () => void }) {
  const disabled = !useMay('takePart');
  const mayWrite = useMay('writePosts');
  const params = { path: { inspiration: example.id } };
  const invalidate = [['inspiration']];
  const patch = (body: Change) => answer(client.PATCH('/api/v1/inspirations/{inspiration}', { params, body }));
  const change = useCommand(patch, { invalidate });
  const archive = useCommand(() => patch({ archived: true }), { invalidate, done: words.archived, undo: () => patch({ archived: false }), onDone: onClose });
  const show = useCommand(async (file: File) => answer(client.PUT('/api/v1/inspirations/{inspiration}/picture', { params, body: { content: await base64(file) } })), { invalidate });
  const reuse = useCommand(() => answer(client.POST('/api/v1/inspirations/{inspiration}/reuse', { params, body: {} })), { invalidate: [['media']], done: words.reused, quiet: true });
  const text = (key: 'learn' | 'voice' | 'quoted' | 'permission', label: string, description?: string) => (
    <Textarea
      label={label}
      description={description}
      key={example[key]}
      autosize
      minRows={2}
      defaultValue={example[key] ?? ''}
      onBlur={({ currentTarget: { value } }) => value.trim() !== (example[key] ?? '') && change.mutate({ [key === 'permission' ? 'allowedBy' : key]: value.trim() })}
      disabled={disabled}
    />
  );
  return (
    <DetailPanel title={<InlineEdit label={words.title} value={example.title} onSave={(title) => change.mutate({ title })} disabled={disabled} />} onClose={onClose}>
      <Stack gap="md">
        {example.picture && <Image src={example.picture} alt={words.pictureOf(example.title)} radius="sm" mah={320} fit="contain" />}
        <Group gap="sm">
          {example.network && <NetworkMark network={example.network} />}
          {example.url && (
            <Anchor href={example.url} target="_blank" rel="noreferrer noopener" style={{ overflowWrap: 'anywhere' }}>
              {example.url.replace(/^https?:\/\//, '')}
            </Anchor>
          )}
        </Group>
        <Group grow align="flex-start">
          <TextInput label={words.by} key={example.author} defaultValue={example.author ?? ''} onBlur={({ currentTarget: { value } }) => value.trim() !== (example.author ?? '') && change.mutate({ author: value.trim() })} disabled={disabled} />
          <Select label={words.author} data={Object.entries(words.authors).map(([value, label]) => ({ value, label }))} value={example.authorType} onChange={(type) => change.mutate({ authorType: type as AuthorType })} disabled={disabled} />
        </Group>
        {text('learn', words.learn)}
        {text('voice', words.voice, words.voiceHint)}
        {text('quoted', words.quoted, words.quotedHint)}
        <TagsInput label={words.tag} value={example.tags as string[]} onChange={(tags) => change.mutate({ tags })} disabled={disabled} />
        {text('permission', words.permission, words.permissionHint)}
        <Group gap="sm">
          {example.mayReuse ? <StatusMark tone="good" icon={IconLockOpen}>{words.mayReuse}</StatusMark> : <StatusMark tone="warn" icon={IconLock}>{words.mayNot}</StatusMark>}
          {example.permittedOn && (
            <Text size="sm" c="dimmed">
              <Day date={example.permittedOn} />
            </Text>
          )}
        </Group>
        <ProblemAlert problem={reuse.problem} />
        <Group gap="xs">
          <TryExample example={example} />
          {!disabled && (
            <FileButton accept="image/*" onChange={(file) => file && show.mutate(file)}>
              {(props) => (
                <Button {...props} variant="default" size="compact-sm" loading={show.isPending}>
                  {words.addPicture}
                </Button>
              )}
            </FileButton>
          )}
          {mayWrite && example.picture && (
            <Button variant="default" size="compact-sm" loading={reuse.isPending} onClick={() => reuse.mutate()}>
              {words.reuse}
            </Button>
          )}
          {!disabled && (
            <Button variant="subtle" size="compact-sm" onClick={() => archive.mutate()}>
              {words.archive}
            </Button>
          )}
        </Group>
        <Comments node={example.id} />
      </Stack>
    </DetailPanel>
  );
}
