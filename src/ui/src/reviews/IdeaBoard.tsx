import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconThumbUp } from '@tabler/icons-react';
import { answer, client, type components, useCommand } from '../api';
import { Empty, LineForm, useMay } from '../shared';
import { t } from '../texts';
import { reviewKey } from './review';

const words = t.reviews.ideas;

/** The brainstorm board: ideas with most votes first, each person counting once. */
export function IdeaBoard({ plan, review, ideas }: { plan: string; review?: string; ideas: components['schemas']['IdeaView'][] }) {
  const mayWrite = useMay('takePart');
  const mayEdit = useMay('editPlan');
  const invalidate = [['ideas', plan], ['actions'], ...(review ? [reviewKey(review)] : [])];
  const add = useCommand((text: string) => answer(client.POST('/api/v1/plans/{plan}/ideas', { params: { path: { plan } }, body: { text, review } })), { invalidate });
  const vote = useCommand((input: { idea: string; for: boolean }) => answer(client.POST('/api/v1/ideas/{idea}/vote', { params: { path: { idea: input.idea } }, body: { for: input.for } })), { invalidate });
  const convert = useCommand((idea: string) => answer(client.POST('/api/v1/ideas/{idea}/convert', { params: { path: { idea } }, body: {} })), { invalidate, done: words.converted });
  return (
    <Stack>
      {mayWrite && (
        <LineForm label={words.text} verb={words.add} maxLength={1000} onSend={add.mutateAsync} />
      )}
      {ideas.length === 0 && <Empty title={words.emptyTitle} text={words.empty} />}
      {ideas.map((idea) => (
        <Paper key={idea.id} withBorder p="sm" component="article">
          <Group justify="space-between" gap="xs">
            <div style={{ minWidth: 0, flex: '1 1 220px' }}>
              <Text style={{ overflowWrap: 'anywhere' }}>{idea.text}</Text>
              <Text size="sm" c="dimmed">
                {idea.by}
                {idea.action && `, ${words.isAction}`}
              </Text>
            </div>
            <Group gap="xs" wrap="nowrap">
              <Button
                size="compact-sm"
                variant={idea.mine ? 'filled' : 'default'}
                leftSection={<IconThumbUp size={14} aria-hidden />}
                aria-pressed={idea.mine}
                disabled={!mayWrite}
                onClick={() => vote.mutate({ idea: idea.id, for: !idea.mine })}
              >
                {idea.votes}
                <span className="hidden-text">{` ${idea.mine ? words.unvote : words.vote}: ${idea.text}`}</span>
              </Button>
              {mayEdit && !idea.action && (
                <Button size="compact-sm" variant="subtle" onClick={() => convert.mutate(idea.id)}>
                  {words.convert}
                </Button>
              )}
            </Group>
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}
