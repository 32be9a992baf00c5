import { Alert, Button, Grid, Group, List, Paper, SegmentedControl, Stack, Tabs, Text, Textarea, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, client, type components, useCommand } from '../api';
import { CardsSkeleton, formatDate, Loaded, Page, useMay } from '../shared';
import { t } from '../texts';
import { AgendaItemCard } from './AgendaItemCard';
import { DecisionBoard } from './DecisionBoard';
import { IdeaBoard } from './IdeaBoard';
import { LessonForm, LessonItem } from './LessonItem';
import { type Review, reviewKey, useReview } from './review';

type Closeness = NonNullable<components['schemas']['Closeness']>;
const words = t.reviews.page;

export default function ReviewPage() {
  const { review: id } = useParams({ strict: false }) as { review: string };
  const read = useReview(id);
  return (
    <Loaded
      read={read}
      skeleton={
        <Page title={t.reviews.title} purpose={words.purpose}>
          <CardsSkeleton />
        </Page>
      }
    >
      {(review) => <OneReview review={review} />}
    </Loaded>
  );
}

function OneReview({ review }: { review: Review }) {
  const mayRun = useMay('runPlan');
  const open = review.status === 'open';
  const invalidate = [reviewKey(review.id), ['reviews', review.plan], ['plan', review.plan], ['plans'], ['plan-difference', review.plan], ['actions'], ['goals']];
  const close = useCommand(() => answer(client.POST('/api/v1/reviews/{review}/close', { params: { path: { review: review.id } } })), { invalidate, done: words.closed });
  return (
    <Page
      title={words.title(formatDate(review.on))}
      purpose={words.purpose}
      help={t.reviews.help}
      action={
        mayRun && open ? (
          <Button onClick={() => close.mutate()} loading={close.isPending} disabled={review.undecided > 0} title={review.undecided > 0 ? t.reviews.verdictsLeft(review.undecided) : undefined}>
            {words.close}
          </Button>
        ) : (
          review.nextVersion.length > 0 && <Button renderRoot={(props) => <Link to="/plan" {...props} />}>{words.revise}</Button>
        )
      }
    >
      <Stack>
        <Picture review={review} />
        {review.talkOnly && <Alert color="orange" variant="light">{t.reviews.talkOnlyHint}</Alert>}
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, lg: 8 }}>
            <Stack>
              {review.agenda.length > 0 && <AgendaItemCard review={review} />}
              <Yield review={review} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 4 }}>
            <NextVersion review={review} />
            <Notes key={review.id} review={review} />
          </Grid.Col>
        </Grid>
      </Stack>
    </Page>
  );
}

function useNote(review: Review) {
  return useCommand(
    (note: { notes?: string; closeness?: Closeness }) => answer(client.PATCH('/api/v1/reviews/{review}', { params: { path: { review: review.id } }, body: note })),
    { invalidate: [reviewKey(review.id)] },
  );
}

function Picture({ review }: { review: Review }) {
  const note = useNote(review);
  const mayEdit = useMay('editPlan') && review.status === 'open';
  return (
    <Paper withBorder p="md" component="section" aria-label={words.picture}>
      <Group justify="space-between" align="flex-start">
        <div style={{ flex: 1, minWidth: 240 }}>
          <Text size="sm" c="dimmed">
            {words.picture}
          </Text>
          <Text fw={600} style={{ whiteSpace: 'pre-wrap' }}>
            {review.picture ?? words.noPicture}
          </Text>
        </div>
        {review.picture && (
          <div>
            <Text size="sm" c="dimmed">
              {words.closer}
            </Text>
            <SegmentedControl
              aria-label={words.closer}
              size="xs"
              readOnly={!mayEdit}
              value={review.closeness ?? ''}
              onChange={(value) => note.mutate({ closeness: value as Closeness })}
              data={Object.entries(words.closeness).map(([value, label]) => ({ value, label }))}
            />
          </div>
        )}
      </Group>
    </Paper>
  );
}

function NextVersion({ review }: { review: Review }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={words.nextVersion} aria-live="polite">
      <Title order={2} size="h3" mb="xs">
        {words.nextVersion}
      </Title>
      {review.nextVersion.length === 0 ? (
        <Text c="dimmed">{words.nothingYet}</Text>
      ) : (
        <List size="sm" spacing={4}>
          {review.nextVersion.map((sentence) => (
            <List.Item key={sentence} style={{ overflowWrap: 'anywhere' }}>
              {sentence}
            </List.Item>
          ))}
        </List>
      )}
    </Paper>
  );
}

function Notes({ review }: { review: Review }) {
  const note = useNote(review);
  const mayEdit = useMay('editPlan') && review.status === 'open';
  const [text, setText] = useState(review.notes ?? '');
  if (!mayEdit) return review.notes ? <Text mt="md" style={{ whiteSpace: 'pre-wrap' }}>{review.notes}</Text> : null;
  return (
    <Textarea
      mt="md"
      label={words.reviewNotes}
      autosize
      minRows={4}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => text !== (review.notes ?? '') && note.mutate({ notes: text })}
    />
  );
}

function Yield({ review }: { review: Review }) {
  const open = review.status === 'open';
  return (
    <Tabs defaultValue="decisions" keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="decisions">{`${t.reviews.tabs.decisions} (${review.decisions.length})`}</Tabs.Tab>
        <Tabs.Tab value="lessons">{`${t.reviews.tabs.lessons} (${review.lessons.length})`}</Tabs.Tab>
        <Tabs.Tab value="ideas">{`${t.reviews.tabs.ideas} (${review.ideas.length})`}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="decisions" pt="md">
        <DecisionBoard plan={review.plan} review={open ? review.id : undefined} decisions={review.decisions} />
      </Tabs.Panel>
      <Tabs.Panel value="lessons" pt="md">
        <Stack>
          {review.lessons.length === 0 && <Text c="dimmed">{t.reviews.lessons.empty}</Text>}
          {review.lessons.map((lesson) => (
            <LessonItem key={lesson.id} lesson={lesson} />
          ))}
          <LessonForm plan={review.plan} review={review.id} />
        </Stack>
      </Tabs.Panel>
      <Tabs.Panel value="ideas" pt="md">
        <IdeaBoard plan={review.plan} review={review.id} ideas={review.ideas} />
      </Tabs.Panel>
    </Tabs>
  );
}
