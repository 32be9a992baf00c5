import { answer, client, useRead } from '../api';
import type { PostView } from './draft';

export const keyOf = (post: string) => ['posts', 'review', post];

/** How a post's approval stands; read anew with each of its versions. */
export function useReview(post: PostView | null) {
  return useRead([...keyOf(post?.id ?? ''), post?.version], () => answer(client.GET('/api/v1/posts/{post}/review', { params: { path: { post: post?.id ?? '' } } })), { keep: true, enabled: post !== null });
}

/** The step it waits at, where it waits for somebody by name. */
export function useStepOf(post: PostView | null) {
  const review = useReview(post?.status === 'inReview' ? post : null).data;
  return review?.current == null ? undefined : review.steps[review.current];
}
