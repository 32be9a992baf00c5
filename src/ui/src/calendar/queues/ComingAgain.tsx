import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, type components, useCommand, useRead } from '../../api';
import { Loaded, useBrand, useMay } from '../../shared';
import { t } from '../../texts';
import { stale } from '../data';
import { longDay, sayLocal, shortDay } from '../days';
import classes from './Queues.module.css';

const words = t.scheduling.again;
const green = t.scheduling.evergreen;
type Series = components['schemas']['SeriesView'];
type Evergreen = components['schemas']['EvergreenView'];

/** The posts that come again: by a rule, or for as long as they hold. */
export function ComingAgain() {
  const brand = useBrand();
  const query = { brand: brand.id };
  const series = useRead(['calendar', 'series', query], () => answer(client.GET('/api/v1/series', { params: { query } })));
  const evergreens = useRead(['calendar', 'evergreens', query], () => answer(client.GET('/api/v1/evergreens', { params: { query } })));
  return (
    <Stack gap="lg">
      <section aria-labelledby="series">
        <Title order={3} size="h4" id="series" mb="xs">
          {words.series}
        </Title>
        <Loaded read={series} skeleton={null}>
          {(all) => (all.length === 0 ? <Text size="sm">{words.noSeries}</Text> : <Stack gap="sm">{all.map((each) => <SeriesCard key={each.id} series={each} />)}</Stack>)}
        </Loaded>
      </section>
      <section aria-labelledby="evergreens">
        <Title order={3} size="h4" id="evergreens" mb="xs">
          {words.evergreens}
        </Title>
        <Loaded read={evergreens} skeleton={null}>
          {(all) => (all.length === 0 ? <Text size="sm">{words.noEvergreens}</Text> : <Stack gap="sm">{all.map((each) => <EvergreenCard key={each.id} evergreen={each} />)}</Stack>)}
        </Loaded>
      </section>
    </Stack>
  );
}

function PostLink({ post, title }: { post: string; title: string }) {
  return (
    <Anchor underline="always" renderRoot={(props) => <Link to="/calendar/$post" params={{ post }} {...props} />}>
      {title}
    </Anchor>
  );
}

function SeriesCard({ series }: { series: Series }) {
  const mayWrite = useMay('writePosts');
  const path = { params: { path: { series: series.id } } };
  const skip = (day: string) => answer(client.POST('/api/v1/series/{series}/skip', { ...path, body: { day } }));
  const take = (day: string) => answer(client.POST('/api/v1/series/{series}/take', { ...path, body: { day } }));
  const goOn = () => answer(client.POST('/api/v1/series/{series}/continue', path));
  const skipping = useCommand(skip, { invalidate: stale, done: (day) => words.skipped(longDay(day)), undo: take });
  const taking = useCommand(take, { invalidate: stale, done: (day) => longDay(day), undo: skip });
  const ending = useCommand(() => answer(client.POST('/api/v1/series/{series}/end', { ...path, body: {} })), { invalidate: stale, done: (_, result) => words.ended(result.posts), undo: goOn });
  const going = useCommand(goOn, { invalidate: stale, done: (_, result) => words.made(result.made) });
  const rewriting = useCommand(() => answer(client.POST('/api/v1/series/{series}/rewrite', path)), { invalidate: stale, done: (_, result) => words.rewritten(result.posts, result.kept) });
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <PostLink post={series.source} title={series.title} />
          <Text size="sm" c="dimmed">
            {series.words}, {series.start.slice(11, 16)}
            {series.endedFrom && `. ${words.endedFrom(longDay(series.endedFrom))}`}
          </Text>
        </div>
        {mayWrite && (
          <Group gap={6}>
            {series.endedFrom ? (
              <Button size="compact-sm" variant="default" onClick={() => going.mutate()}>
                {words.goOn}
              </Button>
            ) : (
              <>
                <Button size="compact-sm" variant="default" onClick={() => rewriting.mutate()}>
                  {words.rewrite}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => ending.mutate()}>
                  {words.end}
                </Button>
              </>
            )}
          </Group>
        )}
      </Group>
      <ul className={classes.days}>
        {series.occurrences.map((one) => (
          <li key={one.day} className={classes.day} data-out={one.skipped || undefined}>
            <Link to="/calendar/$post" params={{ post: one.post }} className="figures">
              {one.moved && one.at ? sayLocal(one.at) : shortDay(one.day)}
            </Link>
            {[one.skipped && words.left, one.moved && !one.skipped && words.moved, one.changed && words.changed].filter(Boolean).join(', ')}
            {mayWrite &&
              (one.skipped ? (
                <Button size="compact-xs" variant="subtle" onClick={() => taking.mutate(one.day)} aria-label={`${words.take}: ${shortDay(one.day)}`}>
                  {words.take}
                </Button>
              ) : (
                ['draft', 'inReview', 'approved', 'scheduled'].includes(one.status) &&
                one.post !== series.source && (
                  <Button size="compact-xs" variant="subtle" onClick={() => skipping.mutate(one.day)} aria-label={`${words.skip}: ${shortDay(one.day)}`}>
                    {words.skip}
                  </Button>
                )
              ))}
          </li>
        ))}
      </ul>
    </Paper>
  );
}

function EvergreenCard({ evergreen }: { evergreen: Evergreen }) {
  const mayWrite = useMay('writePosts');
  const { source, everyDays, atMost, time, texts, sendOn } = evergreen;
  const again = () => answer(client.POST('/api/v1/posts/{post}/evergreen', { params: { path: { post: source } }, body: { everyDays, atMost, time, texts, sendOn } }));
  const stop = useCommand(() => answer(client.POST('/api/v1/evergreens/{evergreen}/stop', { params: { path: { evergreen: evergreen.id } } })), { invalidate: stale, done: green.stopped, undo: again });
  const next = evergreen.stopped ? green.isStopped : evergreen.next ? green.next(longDay(evergreen.next)) : evergreen.last ? green.over : green.waits;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <PostLink post={source} title={evergreen.title} />
          <Text size="sm" c="dimmed">
            {green.limits(evergreen.times, atMost, everyDays)}; {next}; {green.texts_(texts.length)}
          </Text>
        </div>
        {mayWrite && !evergreen.stopped && (
          <Button size="compact-sm" variant="default" onClick={() => stop.mutate()}>
            {green.stop}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
