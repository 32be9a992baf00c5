import { Anchor, Badge, Group, Stack, Text, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../texts';
import { MemberAvatar } from '../people/MemberAvatar';
import { Moment } from '../time/Moment';
import { CommentForm } from './CommentForm';
import type { Comment } from './useComments';

interface Props {
  comment: Comment;
  zone: string;
  onEdit: (text: string) => Promise<unknown>;
}

/** One comment as text: nothing in it is ever run. Its author may reword it; earlier wordings stay readable. */
export function CommentItem({ comment, zone, onEdit }: Props) {
  const [editing, setEditing] = useState(false);
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <MemberAvatar name={comment.by} withName size={22} />
        {comment.kind !== 'note' && (
          <Badge variant="outline" size="sm">
            {t.comments.kinds[comment.kind]}
          </Badge>
        )}
        <Text size="sm" c="dimmed" component="span">
          <Moment at={comment.at} zone={zone} />
        </Text>
        {comment.edits.length > 0 && (
          <Tooltip multiline maw={360} label={`${t.comments.earlier}: ${comment.edits.map((edit) => edit.text).join(' · ')}`}>
            <Text size="sm" c="dimmed" component="span" tabIndex={0}>
              {t.comments.edited}
            </Text>
          </Tooltip>
        )}
      </Group>
      {editing ? (
        <CommentForm
          label={t.comments.write}
          verb={t.actions.save}
          first={comment.text}
          onCancel={() => setEditing(false)}
          onSend={async ({ text }) => {
            await onEdit(text);
            setEditing(false);
          }}
        />
      ) : (
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{comment.text}</Text>
      )}
      {comment.mine && !editing && (
        <Anchor component="button" type="button" size="sm" onClick={() => setEditing(true)} style={{ alignSelf: 'flex-start' }}>
          {t.actions.edit}
        </Anchor>
      )}
    </Stack>
  );
}
