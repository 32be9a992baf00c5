import { useQueryClient } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { answer, asProblem, client, Problem, useCommand, useRead } from '../api';
import { showDone, useBrand } from '../shared';
import { t } from '../texts';
import { stale } from './data';
import { type Draft, draftOf, isSame, type PostView, toldOf } from './draft';
import { type Clash, merge } from './merge';
import type { Kept } from './unsaved';
import { useKeeping } from './useKeeping';

const words = t.writing;

/** Two people changed the same words: what it was, mine, theirs, and what is in dispute. */
export interface Quarrel {
  base: Draft;
  mine: Draft;
  theirs: PostView;
  clashes: Clash[];
}

const read = (id: string) => answer(client.GET('/api/v1/posts/{post}', { params: { path: { post: id } } }));

/** Holds a post while it is written: what is stored, what differs, how it is kept, checked and saved, and what others made of it meanwhile. */
export function useComposer(post: PostView | null, first: Draft, found: Kept | null = null) {
  const brand = useBrand();
  const queries = useQueryClient();
  const [stored, setStored] = useState<PostView | null>(post);
  const [draft, setDraft] = useState<Draft>(found?.draft ?? first);
  const [quarrel, setQuarrel] = useState<Quarrel | null>(null);
  const base = stored ? draftOf(stored) : first;
  const dirty = !isSame(base, draft);

  /** Somebody else stored something: what only one of us changed is put together, the rest is asked. Gives the draft to go on with. */
  const meet = (theirs: PostView, from: Draft = base, mine: Draft = draft): Draft | null => {
    const now = draftOf(theirs);
    if (isSame(from, now)) {
      setStored(theirs);
      return mine;
    }
    const { merged, clashes } = merge(from, mine, now);
    if (clashes.length > 0) {
      setQuarrel({ base: from, mine, theirs, clashes });
      return null;
    }
    setStored(theirs);
    setDraft(merged);
    if (!isSame(mine, from)) showDone(words.merged);
    return merged;
  };

  useEffect(() => {
    if (post && post.version !== stored?.version && !quarrel) meet(post);
  }, [post]);

  const kept = useKeeping({ stored, draft, found, dirty: dirty && !quarrel, onRestore: (copy, from) => stored && meet(stored, from, copy) !== null && setDraft(merge(from, copy, draftOf(stored)).merged) });

  useEffect(() => {
    if (!dirty || kept.isKept) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty, kept.isKept]);

  const take = (next: PostView) => {
    setStored(next);
    setDraft(draftOf(next));
    queries.setQueryData(['posts', 'one', next.id], next);
    return next;
  };

  const settle = (result: Draft) => {
    if (quarrel) {
      setStored(quarrel.theirs);
      queries.setQueryData(['posts', 'one', quarrel.theirs.id], quarrel.theirs);
    }
    setDraft(result);
    setQuarrel(null);
  };

  const save = async (): Promise<PostView> => {
    if (!stored) return create();
    try {
      return await send(stored, base, draft);
    } catch (error) {
      if (asProblem(error).code !== 'changed-meanwhile') throw error;
      const theirs = await read(stored.id);
      const merged = meet(theirs);
      if (!merged) throw new Problem(409, 'clash', words.clash.asked);
      return send(theirs, draftOf(theirs), merged);
    }
  };

  const send = async (from: PostView, was: Draft, now: Draft): Promise<PostView> => {
    const path = { post: from.id };
    // Only the first call can be met by somebody else's change: the others follow it at once.
    let headers: Record<string, string> | undefined = { 'If-Match': `"${from.version}"` };
    const params = () => {
      const given = { params: { path }, headers: headers as never };
      headers = undefined;
      return given;
    };
    if (now.title !== was.title || now.text !== was.text || JSON.stringify(toldOf(now)) !== JSON.stringify(toldOf(was))) {
      await answer(client.PATCH('/api/v1/posts/{post}', { ...params(), body: { title: now.title.trim() === '' ? null : now.title, text: now.text, variants: toldOf(now) } }));
    }
    if (now.goal !== was.goal || now.unguided !== was.unguided || now.theme !== was.theme || now.plan !== was.plan || now.campaign !== was.campaign) {
      const body = { plan: now.plan, goal: now.goal, unguided: now.unguided, theme: now.theme, campaign: now.campaign, action: from.action ?? null };
      await answer(client.POST('/api/v1/posts/{post}/intent', { ...params(), body }));
    }
    if (now.at !== was.at) await answer(client.POST('/api/v1/posts/{post}/move', { ...params(), body: { at: now.at } }));
    await kept.forget();
    return take(await read(from.id));
  };

  const create = async () => {
    const body = {
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
    };
    const made = await answer(client.POST('/api/v1/posts', { body }));
    await kept.forget();
    return take(made);
  };

  /** Throws away what was typed and not saved. */
  const discard = () => {
    setDraft(base);
    void kept.forget();
  };

  const [settled] = useDebouncedValue(draft, 450);
  const asked = { brand: brand.id, post: stored?.id ?? null, text: settled.text, variants: toldOf(settled), goal: settled.goal, unguided: settled.unguided, at: settled.at };
  const check = useRead(['calendar', 'check', asked, stored?.status], () => answer(client.POST('/api/v1/posts/check', { body: asked })), { keep: true });

  return { draft, setDraft, stored, take, dirty, save, discard, kept, quarrel, settle, check, fresh: settled === draft && !check.isFetching };
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
