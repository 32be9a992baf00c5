import { Button, Group, SegmentedControl, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { t } from '../../texts';
import { PersonPicker } from '../people/PersonPicker';
import type { CommentKind } from './useComments';

interface Props {
  label: string;
  verb: string;
  /** True for a first comment, which says what it asks for. */
  withKind?: boolean;
  first?: string;
  people?: { id: string; name: string }[];
  busy?: boolean;
  onSend: (input: { text: string; kind: CommentKind; mentions: string[] }) => Promise<unknown>;
  onCancel?: () => void;
}

const kinds: CommentKind[] = ['note', 'adjustment', 'achievementNeeded'];

/** A text, what it asks for, and who is to see it. Ctrl or Cmd Enter sends. */
export function CommentForm({ label, verb, withKind = false, first = '', people = [], busy = false, onSend, onCancel }: Props) {
  const [text, setText] = useState(first);
  const [kind, setKind] = useState<CommentKind>('note');
  const [mention, setMention] = useState<string | null>(null);
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === '') return;
    try {
      await onSend({ text: text.trim(), kind, mentions: mention ? [mention] : [] });
      setText('');
      setMention(null);
    } catch {
      // The command has said why; what was written stays.
    }
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack gap="xs">
        <Textarea
          label={label}
          autosize
          minRows={2}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void send();
          }}
        />
        <Group gap="xs" justify="space-between" align="flex-end">
          <Group gap="xs" align="flex-end">
            {withKind && (
              <SegmentedControl
                size="xs"
                aria-label={t.comments.kind}
                value={kind}
                onChange={(value) => setKind(value as CommentKind)}
                data={kinds.map((value) => ({ value, label: t.comments.kinds[value] }))}
              />
            )}
            {withKind && people.length > 0 && <PersonPicker label={t.comments.mention} people={people} value={mention} onChange={setMention} />}
          </Group>
          <Group gap="xs">
            {onCancel && (
              <Button size="compact-sm" variant="default" onClick={onCancel}>
                {t.actions.cancel}
              </Button>
            )}
            <Button size="compact-sm" type="submit" loading={busy} disabled={text.trim() === ''}>
              {verb}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
