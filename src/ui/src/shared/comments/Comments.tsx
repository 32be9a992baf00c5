import { Anchor, Button, Divider, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useRead } from '../../api';
import { t } from '../../texts';
import { useBrand, useMay } from '../frame/useAccount';
import { Loaded } from '../states/Loaded';
import { CommentForm } from './CommentForm';
import { CommentItem } from './CommentItem';
import { type Thread, threads, useComments } from './useComments';

/** What people say about any node of the plan: `<Comments node={goal.id} />`. Threads, resolved ones put away. */
export function Comments({ node }: { node: string }) {
  const { zone } = useBrand();
  const mayWrite = useMay('takePart');
  const mayConvert = useMay('editPlan');
  const comments = useComments(node);
  const members = useRead(['members', false], () => answer(client.GET('/api/v1/members')), { enabled: mayWrite });
  const [withResolved, setWithResolved] = useState(false);

  const thread = ({ first, answers }: Thread) => (
    <Stack key={first.id} gap="sm" component="li">
      <CommentItem comment={first} zone={zone} onEdit={(text) => comments.edit.mutateAsync({ comment: first.id, text })} />
      {answers.length > 0 && (
        <Stack gap="sm" pl="lg">
          {answers.map((each) => (
            <CommentItem key={each.id} comment={each} zone={zone} onEdit={(text) => comments.edit.mutateAsync({ comment: each.id, text })} />
          ))}
        </Stack>
      )}
      <ThreadFoot
        thread={first}
        mayWrite={mayWrite}
        mayConvert={mayConvert}
        onAnswer={(text) => comments.add.mutateAsync({ text, kind: 'note', answers: first.id })}
        onResolve={(resolved) => comments.resolve.mutate({ comment: first.id, resolved })}
        onConvert={() => comments.convert.mutate({ comment: first.id })}
      />
      <Divider />
    </Stack>
  );

  return (
    <Stack gap="md" component="section" aria-label={t.comments.title}>
      <Title order={3}>{t.comments.title}</Title>
      <Loaded read={comments.read}>
        {(list) => {
          const all = threads(list);
          const open = all.filter(({ first }) => !first.resolved);
          const shown = withResolved ? all : open;
          return (
            <>
              {all.length === 0 && <Text c="dimmed">{t.comments.empty}</Text>}
              {shown.length > 0 && (
                <Stack gap="md" component="ul" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
                  {shown.map(thread)}
                </Stack>
              )}
              {all.length > open.length && (
                <Anchor component="button" type="button" size="sm" onClick={() => setWithResolved(!withResolved)} style={{ alignSelf: 'flex-start' }}>
                  {withResolved ? t.comments.hideResolved : t.comments.showResolved(all.length - open.length)}
                </Anchor>
              )}
            </>
          );
        }}
      </Loaded>
      {mayWrite && (
        <CommentForm
          label={t.comments.write}
          verb={t.comments.send}
          withKind
          people={members.data ?? []}
          busy={comments.add.isPending}
          onSend={(input) => comments.add.mutateAsync(input)}
        />
      )}
    </Stack>
  );
}

interface FootProps {
  thread: Thread['first'];
  mayWrite: boolean;
  mayConvert: boolean;
  onAnswer: (text: string) => Promise<unknown>;
  onResolve: (resolved: boolean) => void;
  onConvert: () => void;
}

function ThreadFoot({ thread, mayWrite, mayConvert, onAnswer, onResolve, onConvert }: FootProps) {
  const [answering, setAnswering] = useState(false);
  if (answering) {
    return (
      <CommentForm
        label={t.comments.answer}
        verb={t.comments.answer}
        onCancel={() => setAnswering(false)}
        onSend={async ({ text }) => {
          await onAnswer(text);
          setAnswering(false);
        }}
      />
    );
  }
  return (
    <Group gap="xs">
      {thread.resolvedBy && (
        <Text size="sm" c="dimmed">
          {thread.action ? t.comments.isAction : t.comments.resolvedBy(thread.resolvedBy)}
        </Text>
      )}
      {mayWrite && (
        <>
          <Button size="compact-xs" variant="subtle" onClick={() => setAnswering(true)}>
            {t.comments.answer}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => onResolve(!thread.resolved)}>
            {thread.resolved ? t.comments.reopen : t.comments.resolve}
          </Button>
        </>
      )}
      {mayConvert && !thread.action && (
        <Button size="compact-xs" variant="subtle" onClick={onConvert}>
          {t.comments.convert}
        </Button>
      )}
    </Group>
  );
}
