import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { answer, client, type components, type paths, useCommand } from '../api';
import { useBrand } from '../shared';
import { t } from '../texts';
import { stale } from './data';
import type { Entry } from './draft';
import { PostDialogs } from './PostDialogs';
import { PostMenu } from './PostMenu';
import { Refusals } from './Refusals';

export type Change = NonNullable<paths['/api/v1/posts/change']['post']['requestBody']>['content']['application/json']['change'];
export type Refused = components['schemas']['RefusedPost'];

/** What asks something before it happens. */
export type Asking = { kind: 'move' | 'queue' | 'repeat' | 'evergreen'; entries: Entry[] };

interface Amounts {
  days?: number;
  day?: string;
  time?: string;
}

export interface Desk {
  marked: ReadonlyMap<string, Entry>;
  toggle: (entry: Entry) => void;
  mark: (entries: Entry[]) => void;
  unmark: () => void;
  /** Opens what can be done with a post, at a place on the screen. */
  openMenu: (entry: Entry, from: HTMLElement) => void;
  ask: (asking: Asking) => void;
  /** Does one thing to some posts, offers the way back and lists what was refused. */
  change: (entries: Entry[], change: Change, amounts?: Amounts) => void;
  report: (refused: Refused[]) => void;
}

const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk needs a CalendarDesk around it.');
  return desk;
}

/** Where posts are marked, moved and changed, whatever view shows them. */
export function CalendarDesk({ children }: { children: ReactNode }) {
  const brand = useBrand();
  const [marked, setMarked] = useState<ReadonlyMap<string, Entry>>(new Map());
  const [menu, setMenu] = useState<{ entry: Entry; from: HTMLElement } | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [refused, setRefused] = useState<Refused[]>([]);
  const run = useCommand(
    ({ entries, change, amounts }: { entries: Entry[]; change: Change; amounts?: Amounts }) =>
      answer(client.POST('/api/v1/posts/change', { body: { brand: brand.id, posts: entries.map((entry) => entry.post), change, ...amounts } })),
    {
      invalidate: stale,
      done: ({ change }, result) => (result.changed > 0 ? t.scheduling.changed[change](result.changed) : ''),
      undo: async (_, result) => {
        if (!result.change) return;
        const back = await answer(client.POST('/api/v1/post-changes/{change}/undo', { params: { path: { change: result.change } } }));
        setRefused(back.kept);
      },
      onDone: (result) => {
        setRefused(result.refused);
        setMarked(new Map());
      },
    },
  );
  const { mutate } = run;
  const desk = useMemo<Desk>(
    () => ({
      marked,
      toggle: (entry) =>
        setMarked((before) => {
          const after = new Map(before);
          if (!after.delete(entry.post)) after.set(entry.post, entry);
          return after;
        }),
      mark: (entries) => setMarked(new Map(entries.slice(0, 500).map((entry) => [entry.post, entry]))),
      unmark: () => setMarked(new Map()),
      openMenu: (entry, from) => setMenu({ entry, from }),
      ask: setAsking,
      change: (entries, change, amounts) => mutate({ entries, change, amounts }),
      report: setRefused,
    }),
    [marked, mutate],
  );
  return (
    <DeskContext.Provider value={desk}>
      {children}
      {menu && (
        <PostMenu
          entry={menu.entry}
          from={menu.from}
          onClose={() => {
            setMenu(null);
            if (menu.from.isConnected) menu.from.focus();
          }}
        />
      )}
      {asking && <PostDialogs asking={asking} onClose={() => setAsking(null)} />}
      <Refusals refused={refused} onClose={() => setRefused([])} />
    </DeskContext.Provider>
  );
}
