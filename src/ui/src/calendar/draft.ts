import type { components } from '../api';

export type PostView = components['schemas']['PostView'];
export type Entry = components['schemas']['CalendarEntry'];
export type Finding = components['schemas']['PostFinding'];
export type Unsaved = components['schemas']['UnsavedPost'];
export type Wording = components['schemas']['PostWording'];
export type Network = components['schemas']['Network'];
/** A picture in its place; where it was cut for an account, that account shows what was cut. */
export type Media = { asset: string; alt: string | null; decorative: boolean; cuts?: Record<string, string> };

/** What an account says in words of its own. */
export interface Own {
  text: string;
}

/** What a post says of itself on one network, by the keys of the network's options. */
export type Options = Record<string, string>;

/** An account that is written for; the comment is what is said below it right after it is out. */
export interface DraftAccount {
  id: string;
  own: Own | null;
  comment?: string;
  options?: Options;
}

/** A post as it stands in the composer. */
export interface Draft {
  title: string;
  text: string;
  media: Media[];
  link: string;
  /** Chosen accounts in their order; null follows the shared text. */
  accounts: DraftAccount[];
  goal: string | null;
  unguided: boolean;
  theme: string | null;
  plan: string | null;
  campaign: string | null;
  /** Local time of the brand; null without a slot. */
  at: string | null;
}

export const emptyDraft: Draft = { title: '', text: '', media: [], link: '', accounts: [], goal: null, unguided: false, theme: null, plan: null, campaign: null, at: null };

const chosen = (id: string, text: string | null | undefined, comment: string | null | undefined, options: Options | null | undefined): DraftAccount => ({
  id,
  own: text == null ? null : { text },
  ...(comment == null ? {} : { comment }),
  ...optionsOf(options),
});

/** In one order and without what is left empty, so that the same options are the same draft. */
const optionsOf = (options: Options | null | undefined): { options?: Options } => {
  const said = Object.entries(options ?? {}).filter(([, value]) => value !== '');
  return said.length === 0 ? {} : { options: Object.fromEntries(said.sort(([a], [b]) => a.localeCompare(b))) };
};

/** Says one option of an account's post; with an empty value it follows the account again. */
export const withOption = (draft: Draft, account: string, key: string, value: string): Draft => ({
  ...draft,
  accounts: draft.accounts.map((each) => {
    if (each.id !== account) return each;
    const { options, ...rest } = each;
    return { ...rest, ...optionsOf({ ...options, [key]: value }) };
  }),
});

export function draftOf(post: PostView): Draft {
  const first = post.variants[0];
  return {
    title: post.title,
    text: post.text,
    media: mediaOf(post.variants),
    link: first?.link ?? '',
    accounts: post.variants.map((variant) => chosen(variant.account, variant.ownText, variant.firstComment, variant.options)),
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
  draft.accounts.map(({ id, own, comment, options }) => ({
    account: id,
    text: own?.text ?? null,
    media: draft.media.map(({ asset, alt, decorative, cuts }) => ({ asset: cuts?.[id] ?? asset, alt, decorative, original: cuts?.[id] ? asset : null })),
    link: draft.link.trim() === '' ? null : draft.link.trim(),
    firstComment: comment?.trim() || null,
    options: options ?? null,
  }));

/** A draft as it is kept without being saved. */
export const unsavedOf = (draft: Draft): Unsaved => ({
  title: draft.title,
  text: draft.text,
  variants: toldOf(draft),
  goal: draft.goal,
  unguided: draft.unguided,
  theme: draft.theme,
  plan: draft.plan,
  campaign: draft.campaign,
  at: draft.at,
});

interface ToldMedia {
  account: string;
  media?: { asset: string; alt?: string | null; decorative?: boolean; original?: string | null }[] | null;
}

/** The pictures that all accounts show, with what was cut for one of them. */
function mediaOf(told: ToldMedia[]): Media[] {
  return (told[0]?.media ?? []).map((media): Media => {
    const asset = media.original ?? media.asset;
    const cuts = told.flatMap((each) => (each.media ?? []).filter((other) => other.original === asset).map((other) => [each.account, other.asset] as const));
    return { asset, alt: media.alt ?? null, decorative: media.decorative ?? false, ...cutsOf(Object.fromEntries(cuts)) };
  });
}

/** In one order, so that the same cuts are the same draft. */
const cutsOf = (cuts: Record<string, string>) => (Object.keys(cuts).length === 0 ? {} : { cuts: Object.fromEntries(Object.entries(cuts).sort(([a], [b]) => a.localeCompare(b))) });

/** Lets an account show what was cut for it, or with null the whole picture again. */
export const withCut = (media: Media, account: string, cut: string | null): Media => {
  const { cuts = {}, ...whole } = media;
  const { [account]: _, ...rest } = cuts;
  return { ...whole, ...cutsOf(cut === null ? rest : { ...rest, [account]: cut }) };
};

/** The pictures as one account shows them. */
export const mediaFor = (draft: Draft, account: string) => draft.media.map((media) => ({ ...media, asset: media.cuts?.[account] ?? media.asset }));

/** The draft that was kept. */
export function draftFromUnsaved(kept: Unsaved): Draft {
  const first = kept.variants?.[0];
  return {
    title: kept.title ?? '',
    text: kept.text ?? '',
    media: mediaOf(kept.variants ?? []),
    link: first?.link ?? '',
    accounts: (kept.variants ?? []).map((told) => chosen(told.account, told.text, told.firstComment, told.options)),
    goal: kept.goal ?? null,
    unguided: kept.unguided ?? false,
    theme: kept.theme ?? null,
    plan: kept.plan ?? null,
    campaign: kept.campaign ?? null,
    at: kept.at ?? null,
  };
}

/** A draft with the words of an earlier version; what a version does not keep stays as it is. */
export function withWording(draft: Draft, wording: Wording): Draft {
  const first = wording.variants[0];
  return {
    ...draft,
    title: wording.title,
    text: wording.text,
    media: mediaOf(wording.variants),
    link: first?.link ?? '',
    accounts: wording.variants.map((variant) => chosen(variant.account, variant.text, variant.firstComment, variant.options)),
  };
}

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
