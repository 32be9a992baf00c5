import { useState } from 'react';
import type { Edits } from './gridState';

/** What was typed and not saved, with the way back step by step. */
export function useEdits() {
  const [steps, setSteps] = useState<Edits[]>([]);
  const edits = steps.at(-1) ?? {};
  return {
    edits,
    count: Object.keys(edits).length,
    /** One step, however many cells. An undefined text forgets a change. */
    change: (changes: Record<string, string | undefined>) =>
      setSteps((before) => {
        const next: Edits = { ...before.at(-1) };
        for (const [key, text] of Object.entries(changes)) {
          if (text === undefined) delete next[key];
          else next[key] = text;
        }
        return [...before.slice(-99), next];
      }),
    undo: () => setSteps((before) => before.slice(0, -1)),
    clear: () => setSteps([]),
  };
}
