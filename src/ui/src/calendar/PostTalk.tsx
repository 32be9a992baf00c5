import { Tabs } from '@mantine/core';
import { Comments, useUrl } from '../shared';
import { t } from '../texts';
import type { PostView } from './draft';
import { Outside, ReviewSteps } from './Review';
import { Versions } from './Versions';

const tabs = ['review', 'outside', 'inside', 'versions'];

/** Beside the words: the approval, what is said among us, what is said with reviewers outside, and earlier versions. */
export function PostTalk({ post }: { post: PostView }) {
  const [url, setUrl] = useUrl();
  return (
    <Tabs value={tabs.find((tab) => tab === url.talk) ?? tabs[0]} onChange={(tab) => setUrl({ talk: tab === tabs[0] ? undefined : (tab ?? undefined) })} mt="xl" maw={860} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="review">{t.reviewing.title}</Tabs.Tab>
        <Tabs.Tab value="outside">{t.reviewing.outside}</Tabs.Tab>
        <Tabs.Tab value="inside">{t.reviewing.inside}</Tabs.Tab>
        <Tabs.Tab value="versions">{t.writing.versions.title}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="review" pt="md"><ReviewSteps post={post} /></Tabs.Panel>
      <Tabs.Panel value="outside" pt="md"><Outside post={post} /></Tabs.Panel>
      <Tabs.Panel value="inside" pt="md"><Comments node={post.id} /></Tabs.Panel>
      <Tabs.Panel value="versions" pt="md"><Versions post={post} /></Tabs.Panel>
    </Tabs>
  );
}
