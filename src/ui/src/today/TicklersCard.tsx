import { ActionIcon, Anchor, Button, Checkbox, Menu, Text } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { Day, useBrand, useMay } from '../shared';
import { LineForm } from '../shared/forms/LineForm';
import { t } from '../texts';
import { Section, type Today } from './Section';
import classes from './Today.module.css';

type Tickler = Today['ticklers'][number];
const words = t.today.ticklers;

function daysAfter(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

const reopen = (tickler: Tickler) => answer(client.POST('/api/v1/ticklers/{tickler}/reopen', { params: { path: { tickler: tickler.id } } }));

/** What one was told or wanted to remember: ticked, or put away until a day on which it comes back. */
export function TicklersCard({ today }: { today: Today }) {
  const brand = useBrand();
  const mayTakePart = useMay('takePart');
  const [away, setAway] = useState(false);
  const invalidate = [['today', brand.id], ['ticklers']];
  const finish = useCommand((tickler: Tickler) => answer(client.POST('/api/v1/ticklers/{tickler}/finish', { params: { path: { tickler: tickler.id } } })), { invalidate, done: words.finished, undo: reopen });
  const putAway = useCommand(({ tickler, days }: { tickler: Tickler; days: number }) => answer(client.POST('/api/v1/ticklers/{tickler}/put-away', { params: { path: { tickler: tickler.id } }, body: { until: daysAfter(today.date, days) } })), {
    invalidate,
    done: words.isAway,
    undo: ({ tickler }) => reopen(tickler),
  });
  const add = useCommand((line: string) => answer(client.POST('/api/v1/ticklers', { body: { brand: brand.id, words: line } })), { invalidate, done: words.added });
  const busy = finish.isPending || putAway.isPending;
  return (
    <Section title={words.title} count={today.ticklers.length}>
      {today.ticklers.length === 0 ? (
        <Text c="dimmed">{words.none}</Text>
      ) : (
        <ul className={classes.rows}>
          {today.ticklers.map((tickler) => (
            <li key={tickler.id} className={classes.row}>
              <Checkbox mt={2} aria-label={words.finish(tickler.words)} checked={false} disabled={busy || !mayTakePart} onChange={() => finish.mutate(tickler)} />
              <Line tickler={tickler}>
                {/* What is here since today needs no date. */}
                {tickler.from < today.date && (
                  <span>
                    {words.since} <Day date={tickler.from} />
                  </span>
                )}
              </Line>
              {mayTakePart && (
                <Menu position="bottom-end">
                  <Menu.Target>
                    <ActionIcon className={classes.end} variant="subtle" color="gray" aria-label={words.putAway(tickler.words)} disabled={busy}>
                      <IconClockPause size={18} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Label>{words.until}</Menu.Label>
                    {words.spans.map(([label, days]) => (
                      <Menu.Item key={label} onClick={() => putAway.mutate({ tickler, days })}>
                        {label}
                      </Menu.Item>
                    ))}
                  </Menu.Dropdown>
                </Menu>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayTakePart && <LineForm bare label={words.add} placeholder={words.example} verb={t.actions.add} maxLength={400} onSend={(line) => add.mutateAsync(line)} />}
      {away ? (
        <Away />
      ) : (
        <Button variant="subtle" size="compact-sm" style={{ justifySelf: 'start' }} onClick={() => setAway(true)}>
          {words.showAway}
        </Button>
      )}
    </Section>
  );
}

function Line({ tickler, children }: { tickler: Tickler; children?: ReactNode }) {
  const [to, search] = tickler.path.split('?');
  return (
    <div className={classes.words} style={{ overflowWrap: 'anywhere' }}>
      {tickler.path === '/' ? (
        tickler.words
      ) : (
        <Anchor component={Link} to={to} search={Object.fromEntries(new URLSearchParams(search ?? '')) as never} c="inherit">
          {tickler.words}
        </Anchor>
      )}
      {children && <div className={classes.fine}>{children}</div>}
    </div>
  );
}

/** What is put away, and until when; it can be taken out before. */
function Away() {
  const brand = useBrand();
  const read = useRead(['ticklers', brand.id, 'away'], () => answer(client.GET('/api/v1/ticklers', { params: { query: { brand: brand.id, putAway: true } } })));
  const take = useCommand(reopen, { invalidate: [['today', brand.id], ['ticklers']], done: words.isBack });
  if (!read.data) return null;
  if (read.data.length === 0) return <div className={classes.fine}>{words.noneAway}</div>;
  return (
    <section aria-label={words.awayTitle}>
      <Text component="h3" size="sm" fw={600} mb={4}>
        {words.awayTitle}
      </Text>
      <ul className={classes.rows}>
        {read.data.map((tickler) => (
          <li key={tickler.id} className={classes.row}>
            <Line tickler={tickler}>
              <span>
                {words.back} <Day date={tickler.from} />
              </span>
            </Line>
            <Button className={classes.end} variant="default" size="compact-sm" onClick={() => take.mutate(tickler)}>
              {words.takeOut}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
