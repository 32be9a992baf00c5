import { useQueryClient } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { useBrand } from '../shared';
import { stale } from './data';
import { type Draft, draftOf, isSame, type PostView, toldOf } from './draft';

/** Holds a post while it is written: what is stored, what differs, and how it is checked and saved. */
export function useComposer(post: PostView | null, first: Draft) {
  const brand = useBrand();
  const queries = useQueryClient();
  const [stored, setStored] = useState<PostView | null>(post);
  const [draft, setDraft] = useState<Draft>(first);
  const base = stored ? draftOf(stored) : first;
  const dirty = !isSame(base, draft);

  // A newer state from the server replaces what is shown, unless something unsaved would be lost.
  useEffect(() => {
    if (post && post.version !== stored?.version) {
      if (!dirty) setDraft(draftOf(post));
      setStored(post);
    }
  }, [post, stored, dirty]);

  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);

  const take = (next: PostView) => {
    setStored(next);
    setDraft(draftOf(next));
    queries.setQueryData(['posts', 'one', next.id], next);
    return next;
  };

  const save = async (): Promise<PostView> => {
    if (!stored) return create();
    let next = stored;
    const path = { post: stored.id };
    const words = draft.title !== base.title || draft.text !== base.text || JSON.stringify(toldOf(draft)) !== JSON.stringify(toldOf(base));
    if (words) {
      const body = { title: draft.title.trim() === '' ? null : draft.title, text: draft.text, variants: toldOf(draft) };
      next = await answer(client.PATCH('/api/v1/posts/{post}', { params: { path }, body, headers: { 'If-Match': `"${next.version}"` } as never }));
    }
    if (draft.goal !== base.goal || draft.unguided !== base.unguided || draft.theme !== base.theme || draft.plan !== base.plan || draft.campaign !== base.campaign) {
      const body = { plan: draft.plan, goal: draft.goal, unguided: draft.unguided, theme: draft.theme, campaign: draft.campaign, action: next.action ?? null };
      next = await answer(client.POST('/api/v1/posts/{post}/intent', { params: { path }, body }));
    }
    if (draft.at !== base.at) next = await answer(client.POST('/api/v1/posts/{post}/move', { params: { path }, body: { at: draft.at } }));
    return take(next);
  };

  const create = async () =>
    take(
      await answer(
        client.POST('/api/v1/posts', {
          body: {
            brand: brand.id,
            title: draft.title.trim() === '' ? null : draft.title,
            text: draft.text,
            variants: toldOf(draft),
            plan: draft.plan,
            goal: draft.goal,
            unguided: draft.unguided,
            theme: draft.theme,
            campaign: draft.campaign,
            at: draft.at,
          },
        }),
      ),
    );

  const [settled] = useDebouncedValue(draft, 450);
  const asked = { brand: brand.id, post: stored?.id ?? null, text: settled.text, variants: toldOf(settled), goal: settled.goal, unguided: settled.unguided, at: settled.at };
  const check = useRead(['calendar', 'check', asked, stored?.status], () => answer(client.POST('/api/v1/posts/check', { body: asked })), { keep: true });

  return { draft, setDraft, stored, take, dirty, save, check, fresh: settled === draft && !check.isFetching };
}

export type Composer = ReturnType<typeof useComposer>;

/** A command on the post in the composer: saves what is unsaved first. */
export function usePostCommand<In>(composer: Composer, run: (post: PostView, input: In) => Promise<PostView>, said: string | ((post: PostView) => string), undo?: (post: PostView) => Promise<PostView>) {
  return useCommand(
    async (input: In) => {
      const post = composer.dirty || !composer.stored ? await composer.save() : composer.stored;
      return composer.take(await run(post, input));
    },
    {
      invalidate: stale,
      done: (_, post) => (typeof said === 'string' ? said : said(post)),
      undo: undo && ((_, post) => undo(post).then(composer.take)),
      // A post that was just written gets its own address.
      goTo: (post) => ({ to: '/calendar/$post', params: { post: post.id }, replace: true }),
    },
  );
}
