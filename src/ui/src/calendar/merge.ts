import type { Draft, Options } from './draft';

/** A part of a draft by name: “text”, “own post_…”. What is not there is not said. */
type Parts = Map<string, string>;

/** Something that both changed, each in another way. */
export interface Clash {
  key: string;
  /** What it was when both began; undefined where it was not there. */
  base: string | undefined;
  mine: string | undefined;
  theirs: string | undefined;
}

/** Whether a part is words that can be written anew by hand. */
export const isText = (key: string) => ['title', 'text', 'link'].includes(key) || key.startsWith('own ') || key.startsWith('comment ');

function partsOf(draft: Draft): Parts {
  const parts: Parts = new Map([
    ['title', draft.title],
    ['text', draft.text],
    ['link', draft.link],
    ['media', JSON.stringify(draft.media)],
    ['goal', JSON.stringify([draft.goal, draft.unguided, draft.plan])],
    ['theme', JSON.stringify(draft.theme)],
    ['campaign', JSON.stringify(draft.campaign)],
    ['at', JSON.stringify(draft.at)],
  ]);
  for (const { id, own, comment, options } of draft.accounts) {
    parts.set(`account ${id}`, 'in');
    if (own) parts.set(`own ${id}`, own.text);
    if (comment !== undefined) parts.set(`comment ${id}`, comment);
    if (options) parts.set(`options ${id}`, JSON.stringify(options));
  }
  return parts;
}

function draftFrom(parts: Parts, order: string[]): Draft {
  const text = (key: string) => parts.get(key) ?? '';
  const json = <T>(key: string) => JSON.parse(parts.get(key) ?? 'null') as T;
  const [goal, unguided, plan] = json<[string | null, boolean, string | null]>('goal');
  return {
    title: text('title'),
    text: text('text'),
    link: text('link'),
    media: json('media'),
    goal,
    unguided,
    plan,
    theme: json('theme'),
    campaign: json('campaign'),
    at: json('at'),
    accounts: order
      .filter((id) => parts.has(`account ${id}`))
      .map((id) => {
        const own = parts.get(`own ${id}`);
        const comment = parts.get(`comment ${id}`);
        const options = parts.get(`options ${id}`);
        return { id, own: own === undefined ? null : { text: own }, ...(comment === undefined ? {} : { comment }), ...(options === undefined ? {} : { options: JSON.parse(options) as Options }) };
      }),
  };
}

/**
 * Puts together what two people made of the same draft. What only one of them changed is taken as it is; what both changed
 * alike is no quarrel; the rest is for a person to decide, and stays mine until then.
 */
export function merge(base: Draft, mine: Draft, theirs: Draft, decided: Record<string, string | undefined> = {}): { merged: Draft; clashes: Clash[] } {
  const [b, m, t] = [partsOf(base), partsOf(mine), partsOf(theirs)];
  const merged: Parts = new Map();
  const clashes: Clash[] = [];
  for (const key of new Set([...b.keys(), ...m.keys(), ...t.keys()])) {
    const [was, ours, other] = [b.get(key), m.get(key), t.get(key)];
    let now = ours;
    if (key in decided) now = decided[key];
    else if (ours === other || other === was) now = ours;
    else if (ours === was) now = other;
    else clashes.push({ key, base: was, mine: ours, theirs: other });
    if (now !== undefined) merged.set(key, now);
  }
  const order = [...new Set([...theirs.accounts, ...mine.accounts].map(({ id }) => id))];
  return { merged: draftFrom(merged, order), clashes };
}
