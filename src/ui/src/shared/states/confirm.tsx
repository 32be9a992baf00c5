import { lazy, Suspense, useState } from 'react';
import { createStore } from '../frame/store';

const ConfirmBox = lazy(() => import('./ConfirmBox'));

export interface Confirmation {
  /** A question: "Delete this token?" */
  title: string;
  /** What cannot be got back. */
  text: string;
  /** The verb on the button: "Delete token". */
  verb: string;
  /** True when nothing is destroyed: the verb is no warning. */
  calm?: boolean;
}

/** A question that waits for its answer. */
export type Asked = Confirmation & { answer: (yes: boolean) => void };

const asked = createStore<Asked | null>(null);

/** Only for what cannot be undone: `if (await confirm({...})) ...`. Everything else happens at once, with showUndo. */
export function confirm(question: Confirmation): Promise<boolean> {
  return new Promise((resolve) => {
    asked.set({
      ...question,
      answer: (yes) => {
        asked.set(null);
        resolve(yes);
      },
    });
  });
}

/** Draws the question; stands once at the root, and loads its window with the first one. */
export function ConfirmProvider() {
  const question = asked.use();
  const [any, setAny] = useState(false);
  if (question && !any) setAny(true);
  return (
    any && (
      <Suspense>
        <ConfirmBox question={question} />
      </Suspense>
    )
  );
}
