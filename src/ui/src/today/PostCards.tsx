import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, useCommand } from '../api';
import { Moment, NetworkMark, PostStatusBadge, useBrand } from '../shared';
import { t } from '../texts';
import { Section, type Today } from './Section';
import classes from './Today.module.css';

type Entry = Today['goingOut'][number];

function PostLine({ entry, action }: { entry: Entry; action?: React.ReactNode }) {
  const brand = useBrand();
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Anchor component={Link} to="/calendar/$post" params={{ post: entry.post } as never} c="inherit">
          {entry.title}
        </Anchor>
        <div className={classes.fine}>
          {entry.dueAt && <Moment at={entry.dueAt} zone={brand.zone} />}
          {entry.networks.map((network) => (
            <NetworkMark key={network} network={network} size={14} />
          ))}
        </div>
      </div>
      <span className={classes.end}>{action ?? <PostStatusBadge status={entry.status} />}</span>
    </li>
  );
}

/** What goes out today without anybody's help. */
export function GoingOutCard({ today }: { today: Today }) {
  return (
    <Section title={t.today.goingOut} count={today.goingOut.length} none={today.goingOut.length === 0 && t.today.goingOutNone}>
      <ul className={classes.rows}>
        {today.goingOut.map((entry) => (
          <PostLine key={entry.post} entry={entry} />
        ))}
      </ul>
    </Section>
  );
}

/** Posts that wait for the reader's approval, the next one first. */
export function WaitingCard({ today }: { today: Today }) {
  const brand = useBrand();
  const approve = useCommand((entry: Entry) => answer(client.POST('/api/v1/posts/{post}/approve', { params: { path: { post: entry.post } }, body: {} })), {
    invalidate: [['today', brand.id], ['calendar'], ['posts']],
    done: (entry) => t.today.approved(entry.title),
  });
  const waiting = [...today.waiting].sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  return (
    <Section title={t.today.waiting} count={waiting.length} none={waiting.length === 0 && t.today.waitingNone}>
      <ul className={classes.rows}>
        {waiting.map((entry) => (
          <PostLine
            key={entry.post}
            entry={entry}
            action={
              <Button size="compact-sm" variant="default" aria-label={t.today.approveOne(entry.title)} loading={approve.isPending && approve.variables?.post === entry.post} onClick={() => approve.mutate(entry)}>
                {t.today.approve}
              </Button>
            }
          />
        ))}
      </ul>
    </Section>
  );
}

/** Publications whose outcome only a person can tell. */
export function NeedsYouCard({ today }: { today: Today }) {
  if (today.needsYou.length === 0) {
    return null;
  }
  return (
    <Section title={t.today.needsYou} count={today.needsYou.length}>
      <ul className={classes.rows}>
        {today.needsYou.map((publication) => (
          <li key={publication.id} className={classes.row}>
            <div className={classes.words}>
              <Group gap="xs" wrap="nowrap" align="flex-start">
                <NetworkMark network={publication.network} size={14} iconOnly />
                <Text>{publication.title}</Text>
              </Group>
              <div className={classes.fine}>{[publication.problem ?? publication.standing, publication.wayOut].filter(Boolean).join(' ')}</div>
            </div>
            <Button variant="default" size="compact-sm" className={classes.end} component={Link} to="/calendar/publishing">
              {t.today.open}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
