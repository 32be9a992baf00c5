import { Anchor, Button, Group, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { formatNumber, formatPercent, Loaded, Term, useMay } from '../shared';
import { t } from '../texts';
import { inWords } from './shares';
import { optionsOf, type Schemas } from './sheet';

const words = t.research.surveys;
type Segment = 'all' | NonNullable<Schemas['CustomerSegment']>;
type Share = Schemas['ShareOf'];

/** What came of a survey, question by question, each share with its interval and its number of answers. */
export function SurveyResults({ plan, survey }: { plan: string; survey: Schemas['SurveyView'] }) {
  const mayEdit = useMay('editPlan');
  const mayNumber = useMay('editNumbers');
  const [segment, setSegment] = useState<Segment | 'all'>('all');
  const read = useRead(
    ['research', plan, 'results', survey.id, segment],
    () => answer(client.GET('/api/v1/surveys/{survey}/results', { params: { path: { survey: survey.id }, query: { segment: segment === 'all' ? undefined : (segment ?? undefined) } } })),
    { keep: true },
  );
  const record = useCommand(() => answer(client.POST('/api/v1/surveys/{survey}/numbers', { params: { path: { survey: survey.id } } })), { done: words.recorded, invalidate: [['goals']] });
  return (
    <Loaded read={read}>
      {(results) =>
        results.answers === 0 && segment === 'all' ? (
          <Text c="dimmed">{words.noAnswers}</Text>
        ) : (
          <Stack gap="md" component="section" aria-label={words.results}>
            {results.current + results.potential > 0 && <SegmentedControl aria-label={words.view} value={segment} onChange={(value) => setSegment(value as Segment)} data={[{ value: 'all', label: words.all }, ...optionsOf(t.research.segments)]} />}
            <Text size="sm" c="dimmed">
              {words.answered(results.answers, formatNumber(results.answers, 0))} {results.margin !== null && results.margin !== undefined && words.margin(formatPercent(results.margin))}
            </Text>
            {results.questions.map((question) => (
              <Question key={question.key} question={question} />
            ))}
            <Group gap="xs">
              {mayEdit && (
                <Anchor href={`/api/v1/surveys/${survey.id}/answers/file`} download>
                  {words.export}
                </Anchor>
              )}
              {mayNumber && (
                <Button size="compact-md" variant="default" loading={record.isPending} onClick={() => record.mutate()}>
                  {words.numbers}
                </Button>
              )}
            </Group>
          </Stack>
        )
      }
    </Loaded>
  );
}

function Question({ question }: { question: Schemas['QuestionResult'] }) {
  const shares = question.kind === 'text' ? (question.themes ?? []) : question.options.filter((option) => question.kind !== 'nps' || option.count > 0);
  return (
    <div>
      <Text fw={600}>{question.text}</Text>
      {question.nps && (
        <Text>
          {words.nps} <Term of="nps" /> <strong className="figures">{formatNumber(question.nps.score, 0)}</strong>. {(question.nps.small ? words.few : words.npsLikely)(formatNumber(question.nps.low, 0), formatNumber(question.nps.high, 0))}
        </Text>
      )}
      {question.csat && <ShareLine share={question.csat} />}
      {shares.map((share) => (
        <ShareLine key={share.label} share={share} tracked={question.tracked?.find((way) => way.label === share.label)} />
      ))}
      {(question.texts ?? []).slice(0, 5).map((text, place) => (
        <Text key={`${place}-${text}`} size="sm" fs="italic" style={{ overflowWrap: 'anywhere' }}>
          “{text}”
        </Text>
      ))}
    </div>
  );
}

function ShareLine({ share, tracked }: { share: Share; tracked?: Schemas['TrackedShare'] }) {
  const said = inWords(share);
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm">{share.label === 'yes' ? t.research.yes : share.label === 'no' ? t.research.no : share.label}</Text>
        <Text size="sm" className="figures">
          {said}
          {tracked && ` · ${words.tracked} ${formatPercent(tracked.share)} (${tracked.count} of ${tracked.all})`}
        </Text>
      </Group>
      <Progress value={share.share * 100} size="sm" aria-label={`${share.label}: ${said}`} />
    </div>
  );
}
