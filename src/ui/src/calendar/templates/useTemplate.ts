import { useEffect, useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../../api';
import { t } from '../../texts';
import { type Draft, emptyDraft, type Media } from '../draft';
import { isBlank, type Row, rowsOf, toRowText, variablesIn } from './rows';

export type Template = components['schemas']['PostTemplateView'];

/** Where a template goes out, as the API takes it. */
export interface Told {
  account: string | null;
  channel: string | null;
  text: string | null;
  media: Media[];
  link: string | null;
}

export type Time = { kind: 'at'; at: string } | { kind: 'minutes'; minutes: number };
export type Expiry = { kind: 'forGood' } | { kind: 'variable'; variable: string; then: 'mark' | 'takeBack' } | { kind: 'hours'; hours: number; then: 'mark' | 'takeBack' };

/** A template as it stands in the editor. */
export interface Written {
  draft: Draft;
  /** Channels of the plan that have no account yet. */
  waiting: Told[];
  networks: Record<string, string>;
  time: Time;
  expiry: Expiry;
  rows: Row[];
}

export const templateKey = (template: string) => ['post-templates', 'one', template];
/** What a changed template makes stale. */
export const afterTemplate = [['post-templates']];

export function useTemplate(template: string) {
  return useRead(templateKey(template), () => answer(client.GET('/api/v1/post-templates/{template}', { params: { path: { template } } })));
}

export function writtenOf(view: Template): Written {
  const on = view.tellings.filter((told) => told.on != null);
  const first = view.tellings[0];
  return {
    draft: {
      ...emptyDraft,
      title: view.name,
      text: view.text,
      media: (first?.media ?? []).map((media) => ({ asset: media.asset, alt: media.alt ?? null, decorative: media.decorative ?? false })),
      link: first?.link ?? '',
      accounts: on.map((told) => ({ id: told.on ?? '', own: told.text == null ? null : { text: told.text } })),
      goal: view.goal ?? null,
      unguided: view.unguided,
      theme: view.theme ?? null,
      plan: view.plan ?? null,
    },
    waiting: view.tellings
      .filter((told) => told.on == null)
      .map(({ account, channel, text, link }) => ({ account: account ?? null, channel: channel ?? null, text: text ?? null, media: [], link: link ?? null })),
    networks: Object.fromEntries(view.tellings.map((told) => [told.channel ?? told.account ?? '', told.network])),
    time: view.time.at != null ? { kind: 'at', at: view.time.at.slice(0, 5) } : { kind: 'minutes', minutes: view.time.minutes ?? 0 },
    expiry: !view.expiry
      ? { kind: 'forGood' }
      : view.expiry.hours != null
        ? { kind: 'hours', hours: view.expiry.hours, then: view.expiry.then ?? 'mark' }
        : { kind: 'variable', variable: view.expiry.variable ?? 'until', then: view.expiry.then ?? 'mark' },
    rows: rowsOf(view.rows),
  };
}

/** The variables of what is written, as the server will count them. */
export const variablesOf = ({ draft, waiting, expiry }: Written) =>
  variablesIn([
    draft.text,
    draft.link,
    ...draft.accounts.map((each) => each.own?.text ?? ''),
    ...draft.media.map((media) => media.alt ?? ''),
    ...waiting.map((told) => told.text ?? ''),
    ...(expiry.kind === 'variable' ? [`{{${expiry.variable}}}`] : []),
  ]);

function tellingsOf(view: Template, { draft, waiting }: Written): Told[] {
  const media = draft.media;
  const link = draft.link.trim() === '' ? null : draft.link.trim();
  const chosen = draft.accounts.map(({ id, own }): Told => {
    const before = view.tellings.find((told) => told.on === id);
    return { account: before?.channel ? null : id, channel: before?.channel ?? null, text: own?.text ?? null, media, link };
  });
  return [...chosen, ...waiting.map((told) => ({ ...told, media, link }))];
}

const bodyOf = (view: Template, written: Written) => ({
  name: written.draft.title,
  text: written.draft.text,
  tellings: tellingsOf(view, written),
  plan: written.draft.plan,
  goal: written.draft.goal,
  unguided: written.draft.unguided,
  theme: written.draft.theme,
  time: written.time.kind === 'at' ? { at: written.time.at, minutes: null } : { at: null, minutes: written.time.minutes },
  expiry:
    written.expiry.kind === 'forGood'
      ? undefined
      : written.expiry.kind === 'hours'
        ? { hours: written.expiry.hours, variable: null, then: written.expiry.then }
        : { variable: written.expiry.variable, hours: null, then: written.expiry.then },
});

const rowsBody = (rows: Row[]) => rows.filter((row) => !isBlank(row)).map(toRowText);
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Holds a template while it is written, and stores what differs. */
export function useTemplateEditor(view: Template) {
  const [stored, setStored] = useState(view);
  const [written, setWritten] = useState(() => writtenOf(view));
  const base = writtenOf(stored);
  const wordsDiffer = !isSame(bodyOf(stored, written), bodyOf(stored, base));
  const rowsDiffer = !isSame(rowsBody(written.rows), rowsBody(base.rows));
  const dirty = wordsDiffer || rowsDiffer;

  // What somebody else stored meanwhile is shown, unless something unsaved would be lost.
  useEffect(() => {
    if (view.version !== stored.version && !dirty) {
      setStored(view);
      setWritten(writtenOf(view));
    }
  }, [view, stored, dirty]);

  const path = { template: view.id };
  const save = useCommand(
    async () => {
      let next = stored;
      if (wordsDiffer) next = await answer(client.PUT('/api/v1/post-templates/{template}', { params: { path }, body: { ...bodyOf(stored, written), ifVersion: stored.version } }));
      if (rowsDiffer) next = await answer(client.PUT('/api/v1/post-templates/{template}/rows', { params: { path }, body: { rows: rowsBody(written.rows) } }));
      return next;
    },
    {
      quiet: true,
      invalidate: afterTemplate,
      done: t.postTemplates.editor.saved,
      onDone: (next) => {
        setStored(next);
        setWritten(writtenOf(next));
      },
    },
  );
  return { stored, written, setWritten, dirty, save };
}
