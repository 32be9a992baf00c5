import { Text, Title } from '@mantine/core';
import { Loaded } from '../shared';
import { t } from '../texts';
import classes from './Views.module.css';
import type { Theme } from './data';
import { useDesk } from './desk';
import { useIdeas } from './IdeasBoard';
import { PostChip } from './PostChip';
import { useDrop } from './useDrop';

const words = t.scheduling.ideas;
const rank = { ready: 0, drafting: 1, idea: 2 };

/** Ideas beside the days, to be dragged onto one; what is dragged here loses its day. */
export function IdeasShelf({ themes }: { themes: Theme[] }) {
  const ideas = useIdeas();
  const desk = useDesk();
  const drop = useDrop((entry) => {
    if (entry.at) desk.change([entry], 'takeOut');
  });
  return (
    <aside className={classes.shelf} aria-label={words.shelfTitle} {...drop}>
      <Title order={3} size="h5" mb="xs">
        {words.shelfTitle}
      </Title>
      <Loaded read={ideas} skeleton={null}>
        {(found) => (
          <ul className={classes.cards}>
            {[...found.items]
              .sort((a, b) => rank[a.stage] - rank[b.stage])
              .map((entry) => (
                <li key={entry.post}>
                  <PostChip entry={entry} themes={themes} />
                </li>
              ))}
            {found.items.length === 0 && (
              <Text component="li" size="xs" c="dimmed">
                {words.shelfEmpty}
              </Text>
            )}
          </ul>
        )}
      </Loaded>
    </aside>
  );
}
