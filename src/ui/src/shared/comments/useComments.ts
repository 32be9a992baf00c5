import { answer, client, type components, useCommand, useRead } from '../../api';
import { t } from '../../texts';

export type Comment = components['schemas']['CommentView'];
export type CommentKind = Comment['kind'];

export interface Thread {
  first: Comment;
  answers: Comment[];
}

/** Comments as threads, the oldest first; a comment whose first one is missing stands alone. */
export function threads(comments: Comment[]): Thread[] {
  const known = new Set(comments.map((comment) => comment.id));
  const firsts = comments.filter((comment) => !comment.answers || !known.has(comment.answers));
  return firsts.map((first) => ({ first, answers: comments.filter((comment) => comment.answers === first.id) }));
}

/** Everything one can do with the comments of a node. */
export function useComments(node: string) {
  const key = ['comments', node];
  const read = useRead(key, () => answer(client.GET('/api/v1/comments', { params: { query: { node } } })));
  const invalidate = [key, ['open-comments']];
  const add = useCommand(
    (input: { text: string; kind: CommentKind; answers?: string; mentions?: string[] }) => answer(client.POST('/api/v1/comments', { body: { node, ...input } })),
    { invalidate },
  );
  const edit = useCommand(
    (input: { comment: string; text: string }) => answer(client.PATCH('/api/v1/comments/{comment}', { params: { path: { comment: input.comment } }, body: { text: input.text } })),
    { invalidate },
  );
  const resolve = useCommand(
    (input: { comment: string; resolved: boolean }) =>
      answer(client.POST('/api/v1/comments/{comment}/resolve', { params: { path: { comment: input.comment } }, body: { resolved: input.resolved } })),
    { invalidate },
  );
  const convert = useCommand((input: { comment: string }) => answer(client.POST('/api/v1/comments/{comment}/convert', { params: { path: { comment: input.comment } }, body: {} })), {
    invalidate: [...invalidate, ['actions']],
    done: t.comments.converted,
  });
  return { read, add, edit, resolve, convert };
}
