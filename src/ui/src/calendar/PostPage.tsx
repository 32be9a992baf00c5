import { Stack, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { answer, client, useRead } from '../api';
import { FormSkeleton, Loaded, OwnFields } from '../shared';
import { ExpectedOf } from '../shared/expectations/ExpectedOf';
import { t } from '../texts';
import { ComposerPage } from './ComposerPage';
import { PostTalk } from './PostTalk';
import { draftOf, isOnItsWay, type PostView } from './draft';

export default function PostPage() {
  const { post } = useParams({ strict: false }) as { post: string };
  const key = ['posts', 'one', post];
  const known = useQueryClient().getQueryData<PostView>(key);
  const read = useRead(key, () => answer(client.GET('/api/v1/posts/{post}', { params: { path: { post } } })), { every: known && isOnItsWay(known) ? 1500 : undefined });
  return (
    <Loaded read={read} skeleton={<FormSkeleton fields={5} />}>
      {(data) => (
        <>
          <ComposerPage key={data.id} post={data} first={draftOf(data)} />
          <PostTalk post={data} />
          {data.plan && (
            <Stack component="section" aria-labelledby="expected" gap="xs" mt="xl" maw={720}>
              <Title order={2} size="h4" id="expected">
                {t.foresight.expected.ofPost}
              </Title>
              <ExpectedOf plan={data.plan} subject={data.id} open={data.archivedAt === null} />
            </Stack>
          )}
          <OwnFields node={data.id} />
        </>
      )}
    </Loaded>
  );
}
