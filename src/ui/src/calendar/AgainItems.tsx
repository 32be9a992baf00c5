import { Menu } from '@mantine/core';
import { t } from '../texts';
import { useDesk } from './desk';
import type { Entry, PostView } from './draft';

const words = t.scheduling.verbs;

/** How a post finds a time by itself, or comes again: the same as in its menu in the calendar. */
export function AgainItems({ post, disabled }: { post: PostView; disabled: boolean }) {
  const desk = useDesk();
  const entries = [entryOf(post)];
  return (
    <>
      {post.status !== 'scheduled' && (
        <Menu.Item disabled={disabled} onClick={() => desk.ask({ kind: 'queue', entries })}>
          {words.queue}
        </Menu.Item>
      )}
      {post.at && (
        <Menu.Item disabled={disabled} onClick={() => desk.ask({ kind: 'repeat', entries })}>
          {words.repeat}
        </Menu.Item>
      )}
      <Menu.Item disabled={disabled} onClick={() => desk.ask({ kind: 'evergreen', entries })}>
        {words.evergreen}
      </Menu.Item>
    </>
  );
}

/** A post as the calendar knows it. */
const entryOf = (post: PostView): Entry => ({
  post: post.id,
  title: post.title,
  words: post.text.slice(0, 120),
  status: post.status,
  at: post.at,
  dueAt: post.dueAt,
  theme: post.theme,
  hasGoal: post.goal !== null,
  networks: [...new Set(post.variants.map(({ network }) => network))],
  accounts: post.variants.map(({ account }) => account),
  ended: post.endedAt !== null,
  campaign: post.campaign,
  goal: post.goal,
  author: post.author,
  stage: post.text === '' ? 'idea' : 'drafting',
  version: post.version,
});
