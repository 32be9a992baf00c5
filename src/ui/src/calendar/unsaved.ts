import type { Draft } from './draft';

/** A new post that was typed and not saved: it lives in this browser until it is saved or thrown away. */
export interface Kept {
  key: string;
  draft: Draft;
  at: string;
}

const start = (brand: string) => `bw.unsaved.${brand}.`;

/** One place per brand and day, so that a post begun from a gap is not mixed up with another. */
export const unsavedKey = (brand: string, at?: string | null) => `${start(brand)}${at ?? ''}`;

/** Whether anything was written that somebody would miss. */
export const isWorthKeeping = (draft: Draft) => draft.title.trim() !== '' || draft.text.trim() !== '' || draft.media.length > 0 || draft.accounts.some(({ own, comment }) => own !== null || comment !== undefined);

function read(key: string): Kept | null {
  try {
    const kept = JSON.parse(window.localStorage.getItem(key) ?? 'null') as { draft?: Draft; at?: string } | null;
    return kept?.draft && Array.isArray(kept.draft.accounts) && kept.at ? { key, draft: kept.draft, at: kept.at } : null;
  } catch {
    return null;
  }
}

/** Says when it was kept; null where the browser keeps nothing. */
export function keepUnsaved(key: string, draft: Draft, now = new Date()): string | null {
  try {
    if (!isWorthKeeping(draft)) {
      window.localStorage.removeItem(key);
      return null;
    }
    const at = now.toISOString();
    window.localStorage.setItem(key, JSON.stringify({ draft, at }));
    return at;
  } catch {
    return null;
  }
}

export const keptUnsaved = (key: string) => read(key);

export function forgetUnsaved(key: string): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Everything of a brand that was not saved, the newest first. */
export function allUnsaved(brand: string): Kept[] {
  try {
    return Object.keys(window.localStorage)
      .filter((key) => key.startsWith(start(brand)))
      .flatMap((key) => read(key) ?? [])
      .sort((a, b) => b.at.localeCompare(a.at));
  } catch {
    return [];
  }
}
