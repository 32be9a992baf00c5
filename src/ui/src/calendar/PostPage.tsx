import { useParams } from '@tanstack/react-router';
import { answer, client, useRead } from '../api';
import { FormSkeleton, Loaded } from '../shared';
import { ComposerPage } from './ComposerPage';
import { draftOf } from './draft';

export default function PostPage() {
  const { post } = useParams({ strict: false }) as { post: string };
  const read = useRead(['posts', 'one', post], () => answer(client.GET('/api/v1/posts/{post}', { params: { path: { post } } })));
  return (
    <Loaded read={read} skeleton={<FormSkeleton fields={5} />}>
      {(data) => <ComposerPage key={data.id} post={data} first={draftOf(data)} />}
    </Loaded>
  );
}
