import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answer, client, useRead } from '../api';
import { useBrand, useMay } from '../shared';
import { type Draft, draftFromUnsaved, draftOf, isSame, type PostView, unsavedOf, withWording } from './draft';
import { forgetUnsaved, type Kept, keepUnsaved, unsavedKey } from './unsaved';

interface Options {
  stored: PostView | null;
  draft: Draft;
  /** What was found of a new post in this browser. */
  found: Kept | null;
  dirty: boolean;
  /** What was typed before is there again; `from` is what the post said when it was begun. */
  onRestore: (copy: Draft, from: Draft) => void;
}

const keep = (post: PostView, draft: Draft) =>
  answer(client.PUT('/api/v1/posts/{post}/working-copy', { params: { path: { post: post.id } }, body: { content: unsavedOf(draft), revision: post.revision } }));

/**
 * Keeps what is typed while it is typed: of a stored post on the server, of a new one in this browser. Says when it was
 * kept, what was found again, who else writes, and whether somebody saved meanwhile.
 */
export function useKeeping({ stored, draft, found, dirty, onRestore }: Options) {
  const brand = useBrand();
  const mayWrite = useMay('writePosts');
  const queries = useQueryClient();
  const id = stored?.id;
  const key = ['posts', 'writing', id];
  const path = { post: id ?? '' };
  const writing = useRead(key, () => answer(client.GET('/api/v1/posts/{post}/working-copy', { params: { path } })), { enabled: id !== undefined && mayWrite, every: dirty ? 10_000 : 30_000 }).data;
  // The place of a new post is the one it was begun at, wherever it moves meanwhile.
  const [place] = useState(() => found?.key ?? unsavedKey(brand.id, draft.at));
  const [keptAt, setKeptAt] = useState<string | null>(found?.at ?? null);
  const [keptDraft, setKeptDraft] = useState<Draft | null>(found?.draft ?? null);
  const [restoredAt, setRestoredAt] = useState<string | null>(found?.at ?? null);
  const looked = useRef<string | undefined>(undefined);
  const seen = useRef<string | null>(null);

  // What was left unsaved last time, or is typed in another window, as long as nothing is typed here.
  useEffect(() => {
    if (!writing || !stored) return;
    looked.current = id;
    const mine = writing.mine;
    if (!mine || dirty || mine.keptAt === seen.current) return;
    seen.current = mine.keptAt;
    const copy = draftFromUnsaved(mine.content);
    if (isSame(copy, draftOf(stored))) {
      void drop();
      return;
    }
    void began(mine.revision).then((from) => {
      setRestoredAt(mine.keptAt);
      setKeptAt(mine.keptAt);
      setKeptDraft(copy);
      onRestore(copy, from);
    });
  }, [writing, stored]);

  /** What the post said when the copy was begun. */
  const began = async (revision: number): Promise<Draft> => {
    const now = draftOf(stored!);
    if (revision === stored!.revision) return now;
    const versions = await answer(client.GET('/api/v1/posts/{post}/versions', { params: { path } }));
    const then = versions.find((version) => version.number === revision);
    return then ? withWording(now, then.wording) : now;
  };

  const drop = () => answer(client.DELETE('/api/v1/posts/{post}/working-copy', { params: { path } })).catch(() => undefined);

  const [settled] = useDebouncedValue(draft, id ? 1200 : 250);
  useEffect(() => {
    if (settled !== draft) return;
    if (!id) {
      setKeptAt(dirty ? keepUnsaved(place, settled) : (forgetUnsaved(place), null));
      setKeptDraft(settled);
      return;
    }
    if (!mayWrite || looked.current !== id) return;
    if (!dirty) {
      if (keptDraft) void drop();
      setKeptDraft(null);
      setKeptAt(null);
      return;
    }
    if (keptDraft && isSame(keptDraft, settled)) return;
    keep(stored!, settled)
      .then((copy) => {
        seen.current = copy.keptAt;
        setKeptAt(copy.keptAt);
        setKeptDraft(settled);
      })
      .catch(() => setKeptAt(null));
  }, [settled, dirty, id, writing === undefined]);

  // Whoever leaves within a second of the last word loses nothing either.
  const isKept = keptDraft !== null && isSame(keptDraft, draft);
  const last = useRef({ stored, draft, open: false });
  last.current = { stored, draft, open: dirty && !isKept && mayWrite };
  useEffect(
    () => () => {
      const { stored: post, draft: typed, open } = last.current;
      if (post && open) void keep(post, typed).then(() => queries.invalidateQueries({ queryKey: ['posts', 'writing', post.id] }), () => undefined);
    },
    [],
  );

  // Somebody saved meanwhile: the post is read again, and the composer puts both together.
  useEffect(() => {
    if (writing && stored && writing.revision > stored.revision) void queries.invalidateQueries({ queryKey: ['posts', 'one', stored.id] });
  }, [writing, stored]);

  const forget = async () => {
    if (!id) forgetUnsaved(place);
    else if (keptDraft || writing?.mine) await drop();
    setKeptAt(null);
    setKeptDraft(null);
    setRestoredAt(null);
    await queries.invalidateQueries({ queryKey: key });
  };

  return {
    /** When what is typed was kept last; null when it is not. */
    at: dirty ? keptAt : null,
    isKept,
    /** When what was found again was typed. */
    restoredAt: dirty ? restoredAt : null,
    others: writing?.others ?? [],
    changedBy: writing?.changedBy ?? null,
    changedAt: writing?.changedAt ?? null,
    forget,
  };
}
