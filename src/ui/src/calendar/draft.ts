import type { components } from '../api';

export type PostView = components['schemas']['PostView'];
export type Entry = components['schemas']['CalendarEntry'];
export type Finding = components['schemas']['PostFinding'];
export type Network = components['schemas']['Network'];
export type Media = { asset: string; alt: string | null; decorative: boolean };

/** What an account says in words of its own. */
export interface Own {
  text: string;
}

/** A post as it stands in the composer. */
export interface Draft {
  title: string;
  text: string;
  media: Media[];
  link: string;
  /** Chosen accounts in their order; null follows the shared text. */
  accounts: { id: string; own: Own | null }[];
  goal: string | null;
  unguided: boolean;
  theme: string | null;
  plan: string | null;
  campaign: string | null;
  /** Local time of the brand; null without a slot. */
  at: string | null;
}

export const emptyDraft: Draft = { title: '', text: '', media: [], link: '', accounts: [], goal: null, unguided: false, theme: null, plan: null, campaign: null, at: null };

export function draftOf(post: PostView): Draft {
  const first = post.variants[0];
  return {
    title: post.title,
    text: post.text,
    media: (first?.media ?? []).map((media) => ({ asset: media.asset, alt: media.alt ?? null, decorative: media.decorative ?? false })),
    link: first?.link ?? '',
    accounts: post.variants.map((variant) => ({ id: variant.account, own: variant.ownText == null ? null : { text: variant.ownText } })),
    goal: post.goal ?? null,
    unguided: post.unguided,
    theme: post.theme ?? null,
    plan: post.plan ?? null,
    campaign: post.campaign ?? null,
    at: post.at ?? null,
  };
}

/** What a post lacks before it can be scheduled. */
export type Missing = 'account' | 'text' | 'day';

export function missingIn(draft: Draft): Missing[] {
  const silent = draft.media.length === 0 && draft.text.trim() === '' && draft.accounts.every(({ own }) => (own?.text ?? '').trim() === '');
  return [...(draft.accounts.length === 0 ? (['account'] as const) : []), ...(silent ? (['text'] as const) : []), ...(draft.at === null ? (['day'] as const) : [])];
}

/** Whether its status is about to change by itself: it is due, or being sent. */
export const isOnItsWay = ({ status, dueAt }: Pick<PostView, 'status' | 'dueAt'>, now = Date.now()) =>
  status === 'publishing' || (status === 'scheduled' && dueAt !== null && Math.abs(Date.parse(dueAt) - now) < 60_000);

/** What is said where, as the API wants it. */
export const toldOf = (draft: Draft) =>
  draft.accounts.map(({ id, own }) => ({ account: id, text: own?.text ?? null, media: draft.media, link: draft.link.trim() === '' ? null : draft.link.trim() }));

export const textFor = (draft: Draft, account: string) => draft.accounts.find((each) => each.id === account)?.own?.text ?? draft.text;

export const isSame = (a: Draft, b: Draft) => JSON.stringify(a) === JSON.stringify(b);

export function toggleAccount(draft: Draft, account: string): Draft {
  const chosen = draft.accounts.some((each) => each.id === account);
  return { ...draft, accounts: chosen ? draft.accounts.filter((each) => each.id !== account) : [...draft.accounts, { id: account, own: null }] };
}

/** Gives an account words of its own, or with null lets it follow the shared text. */
export const tellOwn = (draft: Draft, account: string, own: Own | null): Draft => ({
  ...draft,
  accounts: draft.accounts.map((each) => (each.id === account ? { ...each, own } : each)),
});

/** What one click on a finding does to the draft. */
export function mend(draft: Draft, finding: Finding): Draft {
  const { fix, account } = finding;
  switch (fix?.kind) {
    case 'move':
      return fix.at ? { ...draft, at: fix.at } : draft;
    case 'retext':
      return account && fix.text != null ? tellOwn(draft, account, { text: fix.text }) : draft;
    case 'reword': {
      if (fix.text == null) return draft;
      const own = draft.accounts.find((each) => each.id === account)?.own;
      return account && own ? tellOwn(draft, account, { text: fix.text }) : { ...draft, text: fix.text };
    }
    case 'detach':
      return account ? tellOwn(draft, account, { text: textFor(draft, account) }) : draft;
    case 'dropAccount':
      return account ? { ...draft, accounts: draft.accounts.filter((each) => each.id !== account) } : draft;
    case 'unguide':
      return { ...draft, goal: null, unguided: true };
    default:
      return draft;
  }
}
