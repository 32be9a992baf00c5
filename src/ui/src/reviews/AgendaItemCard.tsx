import { Badge, Button, Group, Kbd, Paper, Progress, Stack, Text, Textarea, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { Figure, NoData, ProblemAlert, StatusBadge, useMay, useUrl } from '../shared';
import { t } from '../texts';
import { type AgendaItem, nextUndecided, type Review, reviewKey, type Verdict } from './review';

const words = t.reviews.page;
const verdicts: Verdict[] = ['keep', 'alter', 'drop'];

/** One item of the agenda at a time; K, A and D give the verdict, the arrows turn the page. */
export function AgendaItemCard({ review }: { review: Review }) {
  const [url, setUrl] = useUrl();
  const mayEdit = useMay('editPlan') && review.status === 'open';
  const found = review.agenda.findIndex((item) => item.id === url.item);
  const at = found < 0 ? 0 : found;
  const item = review.agenda[at];
  const [altering, setAltering] = useState<string | null>(null);
  const invalidate = [reviewKey(review.id), ['reviews', review.plan]];
  const judge = useCommand(
    (input: { item: string; verdict: Verdict; change?: string }) =>
      answer(client.POST('/api/v1/reviews/{review}/agenda/{item}/verdict', { params: { path: { review: review.id, item: input.item } }, body: { verdict: input.verdict, change: input.change } })),
    { invalidate, quiet: true },
  );
  const rest = useCommand(() => answer(client.POST('/api/v1/reviews/{review}/keep-rest', { params: { path: { review: review.id } } })), { invalidate });
  const go = (to: number) => {
    const next = review.agenda[(to + review.agenda.length) % review.agenda.length];
    setAltering(null);
    judge.reset();
    if (next) setUrl({ item: next.id });
  };
  const decide = (verdict: Verdict, change?: string) => {
    if (!item?.isMeasure || !mayEdit) return;
    if (verdict === 'alter' && change === undefined) {
      setAltering(item.id);
      return;
    }
    judge.mutate(
      { item: item.id, verdict, change },
      {
        onSuccess: () => {
          const judged = review.agenda.map((each) => (each.id === item.id ? { ...each, verdict } : each));
          const next = nextUndecided(judged, at);
          if (next !== null) go(next);
          else setAltering(null);
        },
      },
    );
  };
  useHotkeys([
    ['k', () => decide('keep')],
    ['a', () => decide('alter')],
    ['d', () => decide('drop')],
    ['ArrowRight', () => go(at + 1)],
    ['ArrowLeft', () => go(at - 1)],
  ]);
  if (!item) return null;
  const measures = review.agenda.filter((each) => each.isMeasure).length;
  return (
    <Paper withBorder p="md" component="section" aria-label={words.agenda}>
      <Stack>
        <Group justify="space-between">
          <Group gap="xs">
            <Badge variant="light" color="gray">
              {words.kinds[item.kind]}
            </Badge>
            <Text size="sm" c="dimmed">
              {words.of(at + 1, review.agenda.length)}
            </Text>
          </Group>
          <Group gap="xs">
            <Button variant="default" size="compact-sm" leftSection={<IconChevronLeft size={14} aria-hidden />} onClick={() => go(at - 1)}>
              {words.previous}
            </Button>
            <Button variant="default" size="compact-sm" rightSection={<IconChevronRight size={14} aria-hidden />} onClick={() => go(at + 1)}>
              {words.next}
            </Button>
          </Group>
        </Group>
        {measures > 0 && <Progress size="sm" value={((measures - review.undecided) / measures) * 100} aria-label={t.reviews.verdictsLeft(review.undecided)} />}
        <div>
          <Title order={2} style={{ overflowWrap: 'anywhere' }}>
            {item.title}
          </Title>
          {item.about && <Text c="dimmed">{item.about}</Text>}
        </div>
        {item.figures && <Figures item={item} />}
        {item.kind === 'adjustment' && <Text size="sm">{words.openComment}</Text>}
        {item.isMeasure && (
          <Group gap="xs" role="group" aria-label={words.verdict}>
            {verdicts.map((verdict) => (
              <Button key={verdict} variant={item.verdict === verdict ? 'filled' : 'default'} disabled={!mayEdit} aria-pressed={item.verdict === verdict} onClick={() => decide(verdict)} rightSection={<Kbd size="xs">{words.keys[verdict]}</Kbd>}>
                {words.verdicts[verdict]}
              </Button>
            ))}
          </Group>
        )}
        {item.change && altering !== item.id && <Text style={{ whiteSpace: 'pre-wrap' }}>{item.change}</Text>}
        {altering === item.id && <Alter key={item.id} first={item.change ?? ''} busy={judge.isPending} error={judge.problem?.errors.change?.join(' ')} onSave={(change) => decide('alter', change)} />}
        <ProblemAlert problem={judge.problem} />
        <ItemNotes key={`notes-${item.id}`} review={review} item={item} />
        {mayEdit && review.undecided > 1 && (
          <Button variant="subtle" size="compact-sm" style={{ alignSelf: 'flex-start' }} loading={rest.isPending} onClick={() => rest.mutate()}>
            {words.keepRest(review.undecided)}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

function Figures({ item }: { item: AgendaItem }) {
  const figures = item.figures;
  if (!figures) return null;
  const shown: [string, number | null][] = [
    [words.then, figures.then],
    [words.now, figures.now],
    [words.expected, figures.expected],
    [words.target, figures.target],
  ];
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <StatusBadge status={figures.status} />
        {figures.metric && <Text size="sm">{figures.metric}</Text>}
      </Group>
      <Group gap="xl">
        {shown.map(([label, value]) => (
          <div key={label}>
            <Text size="sm" c="dimmed">
              {label}
            </Text>
            {value === null ? <NoData /> : <Figure value={value} />}
          </div>
        ))}
      </Group>
    </Stack>
  );
}

function Alter({ first, busy, error, onSave }: { first: string; busy: boolean; error?: string; onSave: (change: string) => void }) {
  const [change, setChange] = useState(first);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave(change);
      }}
    >
      <Stack gap="xs">
        <Textarea label={words.change} autosize minRows={2} maxLength={2000} required autoFocus value={change} onChange={(event) => setChange(event.currentTarget.value)} error={error} />
        <Button type="submit" size="compact-sm" loading={busy} style={{ alignSelf: 'flex-end' }}>
          {words.saveChange}
        </Button>
      </Stack>
    </form>
  );
}

function ItemNotes({ review, item }: { review: Review; item: AgendaItem }) {
  const mayWrite = useMay('takePart') && review.status === 'open';
  const [text, setText] = useState(item.notes ?? '');
  const save = useCommand(
    () => answer(client.PATCH('/api/v1/reviews/{review}/agenda/{item}', { params: { path: { review: review.id, item: item.id } }, body: { notes: text } })),
    { invalidate: [reviewKey(review.id)] },
  );
  if (!mayWrite) return item.notes ? <Text style={{ whiteSpace: 'pre-wrap' }}>{item.notes}</Text> : null;
  return <Textarea label={words.notes} autosize minRows={2} maxLength={4000} value={text} onChange={(event) => setText(event.currentTarget.value)} onBlur={() => text !== (item.notes ?? '') && save.mutate()} />;
}
