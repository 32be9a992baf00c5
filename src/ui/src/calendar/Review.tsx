import { Button, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { IconCircleCheck, IconClock, IconHourglass } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, type components, useCommand } from '../api';
import { formatMoment, Loaded, Moment, StatusMark, useBrand, useMay, usePeople } from '../shared';
import { t } from '../texts';
import { Changes } from './Changes';
import type { PostView } from './draft';
import { keyOf, useReview } from './approval';
import { ReviewLinks } from './ReviewLinks';

type ReviewView = components['schemas']['PostReviewView'];
const words = t.reviewing;

/** How far the approval is, who keeps it waiting, which yes is void and what changed since. */
export function ReviewSteps({ post }: { post: PostView }) {
  const brand = useBrand();
  return (
    <Loaded read={useReview(post)}>
      {(review) => (
        <Stack gap="sm">
          <Text size="sm" c="dimmed">{words.modes[review.mode]}</Text>
          {review.mode !== 'none' && <Steps review={review} waits={post.status === 'inReview'} />}
          {review.approvals.length > 0 && (
            <List size="sm">
              {review.approvals.map((approval, place) => (
                <List.Item key={place}>
                  {words.approvedBy(approval.by, formatMoment(approval.at, brand.zone), approval.revision)}
                  {approval.note && `: ${approval.note}`}
                  {!approval.counts && ` (${words.void})`}
                </List.Item>
              ))}
            </List>
          )}
          {review.since.length > 0 && (
            <div>
              <Text fw={600} size="sm">{words.since}</Text>
              <Changes changes={review.since} />
            </div>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function Steps({ review, waits }: { review: ReviewView; waits: boolean }) {
  const { nameOf } = usePeople();
  const names = (ids: string[]) => ids.map((id) => nameOf(id) ?? '').filter((name) => name !== '').join(', ');
  return (
    <Stack gap="xs" component="ol" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
      {review.steps.map((step, place) => {
        const isNow = waits && place === review.current;
        return (
          <li key={step.name}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <StatusMark tone={step.done ? 'good' : isNow ? 'warn' : 'calm'} icon={step.done ? IconCircleCheck : isNow ? IconHourglass : IconClock}>
                {step.done ? words.done : isNow ? words.waits : words.later}
              </StatusMark>
              <Text size="sm">
                {step.name || words.anybody}
                {step.given.length > 0 && `: ${words.yes(step.given.join(', '))}`}
                {!step.done && (step.outside ? `, ${words.waitsFor(words.byLink)}` : step.name !== '' && `, ${words.waitsFor(`${names(step.waitsFor)}${step.waitsFor.length > 1 ? ` (${step.all ? words.all : words.any})` : ''}`)}`)}
              </Text>
            </Group>
          </li>
        );
      })}
    </Stack>
  );
}

/** What was said with reviewers outside, an answer to them, and the links they have. */
export function Outside({ post }: { post: PostView }) {
  const brand = useBrand();
  const mayWrite = useMay('writePosts');
  const [text, setText] = useState('');
  const send = useCommand((said: string) => answer(client.POST('/api/v1/posts/{post}/remarks', { params: { path: { post: post.id } }, body: { words: said } })), {
    invalidate: [keyOf(post.id)],
    done: words.answered,
    onDone: () => setText(''),
  });
  return (
    <Loaded read={useReview(post)}>
      {(review) => (
        <Stack gap="md">
          {review.remarks.length === 0 && <Text size="sm" c="dimmed">{words.remarksEmpty}</Text>}
          {review.remarks.map((remark) => (
            <div key={remark.id}>
              <Text size="sm">
                <b>{remark.by}</b> {words.verdicts[remark.verdict]}{' '}
                <Text component="span" size="xs" c="dimmed">
                  {words.toVersion(remark.revision)}, <Moment at={remark.at} zone={brand.zone} />
                </Text>
              </Text>
              <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{remark.words}</Text>
            </div>
          ))}
          {mayWrite && review.links.length > 0 && (
            <div>
              <Textarea label={words.answer} description={words.answerHint} autosize minRows={2} maxLength={4000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
              <Button mt="xs" size="compact-sm" variant="default" disabled={text.trim() === ''} loading={send.isPending} onClick={() => send.mutate(text.trim())}>
                {words.sendAnswer}
              </Button>
            </div>
          )}
          <ReviewLinks post={post} links={review.links} stale={[keyOf(post.id)]} />
        </Stack>
      )}
    </Loaded>
  );
}
