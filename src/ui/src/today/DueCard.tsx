import { Anchor, Checkbox } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { answer, client, useCommand } from '../api';
import { Day, StatusMark, useBrand } from '../shared';
import { t } from '../texts';
import { Section, type Today } from './Section';
import classes from './Today.module.css';

type Row = Today['due'][number];

/** Work of whoever looks: ticked from where it stands. */
export function DueCard({ today }: { today: Today }) {
  const brand = useBrand();
  const stale = [['today', brand.id], ['work']];
  const tick = useCommand((row: Row) => answer(client.POST('/api/v1/work/{node}/tick', { params: { path: { node: row.work.id } } })), {
    invalidate: stale,
    done: (row) => t.today.ticked(row.work.title),
    undo: (row) => answer(client.POST('/api/v1/work/{node}/untick', { params: { path: { node: row.work.id } } })),
  });
  return (
    <Section title={t.today.due} count={today.due.length} none={today.due.length === 0 && t.today.dueNone}>
      <ul className={classes.rows}>
        {today.due.map((row) => (
          <li key={row.work.id} className={classes.row}>
            <Checkbox mt={2} aria-label={t.today.tick(row.work.title)} checked={false} disabled={tick.isPending} onChange={() => tick.mutate(row)} />
            <div className={classes.words}>
              <Anchor component={Link} to="/actions" search={{ work: row.work.id } as never} c="inherit">
                {row.work.title}
              </Anchor>
              <div className={classes.fine}>
                {row.work.dueAtLatest ? <Day date={row.work.dueAtLatest} /> : t.today.noDate}
                {row.part && <span>{row.part}</span>}
              </div>
            </div>
            {row.overdue && (
              <span className={classes.end}>
                <StatusMark tone="bad" icon={IconClock}>
                  {t.today.overdue}
                </StatusMark>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
