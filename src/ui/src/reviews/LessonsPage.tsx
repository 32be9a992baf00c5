import { Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { answer, client, useRead } from '../api';
import { CardsSkeleton, Empty, Loaded, Page, type PlanLine, useBrand, WithPlan } from '../shared';
import { t } from '../texts';
import { LessonForm, LessonItem } from './LessonItem';
import { reviewTabs } from './review';

const words = t.reviews.lessons;

export default function LessonsPage() {
  const framed = (content: ReactNode, action?: ReactNode) => (
    <Page title={t.reviews.title} purpose={words.purpose} help={t.reviews.help} tabs={reviewTabs} action={action}>
      {content}
    </Page>
  );
  return (
    <WithPlan skeleton={framed(<CardsSkeleton />)} frame={framed}>
      {(plan) => framed(<Lessons plan={plan} />, <LessonForm plan={plan.id} />)}
    </WithPlan>
  );
}

function Lessons({ plan }: { plan: PlanLine }) {
  const brand = useBrand();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 250);
  const forPlan = useRead(['lessons', brand.id, 'for', plan.id], () => answer(client.GET('/api/v1/lessons', { params: { query: { brand: brand.id, forPlan: plan.id } } })));
  const all = useRead(['lessons', brand.id, asked], () => answer(client.GET('/api/v1/lessons', { params: { query: { brand: brand.id, text: asked || undefined } } })), { keep: true });
  return (
    <Stack>
      {(forPlan.data?.length ?? 0) > 0 && (
        <section aria-label={words.forPlan}>
          <Title order={2} size="h3" mb="xs">
            {words.forPlan}
          </Title>
          <Stack>
            {forPlan.data?.map((lesson) => (
              <LessonItem key={lesson.id} lesson={lesson} applyTo={plan.id} />
            ))}
          </Stack>
        </section>
      )}
      <TextInput label={words.search} value={text} onChange={(event) => setText(event.currentTarget.value)} maw={320} />
      <Loaded read={all}>
        {(lessons) =>
          lessons.length === 0 ? (
            asked ? <Text c="dimmed">{words.noMatch}</Text> : <Empty title={words.emptyTitle} text={words.empty} />
          ) : (
            <Stack>
              {lessons.map((lesson) => (
                <LessonItem key={lesson.id} lesson={lesson} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  );
}
