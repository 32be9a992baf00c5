import { type ComponentType, useEffect, useRef } from 'react';
import { createStore } from './store';

export interface Verb {
  /** Unique, as "goals.write". */
  id: string;
  /** Begins with a verb: "Write a goal". */
  label: string;
  run: () => void;
  /** Other words people may type. */
  keywords?: string[];
  icon?: ComponentType<{ size?: number | string; stroke?: number | string }>;
}

export const verbs = createStore<Verb[]>([]);

/** Offers a command in search (Ctrl/Cmd K) while the page or the frame is mounted. Pass null to offer nothing. */
export function useVerb(verb: Verb | null): void {
  const latest = useRef(verb);
  useEffect(() => {
    latest.current = verb;
  });
  const id = verb?.id;
  const label = verb?.label;
  useEffect(() => {
    const offered = latest.current;
    if (!offered || id === undefined || label === undefined) return;
    verbs.set([...verbs.get().filter((v) => v.id !== id), { ...offered, run: () => latest.current?.run() }]);
    return () => verbs.set(verbs.get().filter((v) => v.id !== id));
  }, [id, label]);
}
