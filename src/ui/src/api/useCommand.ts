import { type QueryKey, useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { type NavigateOptions, useRouter } from '@tanstack/react-router';
import type { To } from '../menu';
import { type ProblemForm, showFieldErrors } from '../shared/forms/fieldErrors';
import { type NextStep, showDone, showProblem, showUndo } from '../shared/states/notices';
import { asProblem, type Problem } from './problem';

type From<In, Out, T> = T | ((input: In, result: Out) => T);

/** An address of the program. */
export interface Place {
  to: To;
  params?: Record<string, string>;
  search?: Record<string, string | undefined>;
  replace?: boolean;
}

export interface CommandOptions<In, Out> {
  /** Query keys to read again afterwards, before `done` is said. A short key covers all that begin with it. */
  invalidate?: From<In, Out, QueryKey[]>;
  /** Said when it worked. Needed for undo. */
  done?: From<In, Out, string>;
  /** Takes it back; offered for ten seconds. */
  undo?: (input: In, result: Out) => Promise<unknown>;
  /** Field errors of the answer are put on this form; the rest is for a ProblemAlert. */
  form?: ProblemForm;
  /** True when the page shows `command.problem` itself. Implied by `form`. */
  quiet?: boolean;
  /** Id of the thing that is changed: its changes are sent one after the other, so that a quick hand is no conflict. */
  inTurn?: string;
  onDone?: (result: Out, input: In) => unknown;
  /** The page that comes next. Whoever has gone elsewhere meanwhile stays there. */
  goTo?: (result: Out, input: In) => Place | undefined;
  /** A step offered beside `done`: “Connect”. */
  next?: (result: Out, input: In) => (Place & Pick<NextStep, 'label'>) | undefined;
}

export type Command<In, Out> = UseMutationResult<Out, Error, In> & { problem: Problem | null };

function resolve<In, Out, T>(value: From<In, Out, T> | undefined, input: In, result: Out): T | undefined {
  return typeof value === 'function' ? (value as (input: In, result: Out) => T)(input, result) : value;
}

/** What is said to be done is on the page by then; a slow list does not keep the word back for longer than this. */
const patience = () => new Promise((resolve) => setTimeout(resolve, 1500));

/** Changes something: says what went wrong in words, what worked, and offers the way back. */
export function useCommand<In = void, Out = unknown>(fn: (input: In) => Promise<Out>, options: CommandOptions<In, Out> = {}): Command<In, Out> {
  const queries = useQueryClient();
  const router = useRouter({ warn: false });
  const refresh = (keys: QueryKey[] = []) => Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));

  const mutation = useMutation<Out, Error, In, string>({
    mutationFn: fn,
    onMutate: () => window.location.pathname,
    scope: options.inTurn === undefined ? undefined : { id: options.inTurn },
    onSuccess: async (result, input, startedAt) => {
      const keys = resolve(options.invalidate, input, result);
      const said = resolve(options.done, input, result);
      const { undo } = options;
      await options.onDone?.(result, input);
      const place = options.goTo?.(result, input);
      if (place && window.location.pathname === startedAt) void router.navigate(place as NavigateOptions);
      const step = options.next?.(result, input);
      // Whatever was changed may have been the next step of the plan.
      const fresh = refresh(keys && [...keys, ['next']]);
      await Promise.race([fresh, patience()]);
      if (said && undo) showUndo(said, () => undo(input, result).then(() => refresh(keys)));
      else if (said) showDone(said, step && { label: step.label, run: () => void router.navigate({ to: step.to, params: step.params, search: step.search } as NavigateOptions) });
      await fresh;
    },
    onError: (error) => {
      const problem = asProblem(error);
      if (options.form) showFieldErrors(options.form, problem);
      else if (!options.quiet) showProblem(problem);
    },
  });
  return { ...mutation, problem: mutation.error ? asProblem(mutation.error) : null } as Command<In, Out>;
}
