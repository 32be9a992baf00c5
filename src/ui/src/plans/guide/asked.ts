import { answer, client, type components, useCommand, useRead } from '../../api';
import { t } from '../../texts';
import { carryOver } from './carry';

export type Guide = components['schemas']['PlanGuideView'];
export type Question = components['schemas']['GuideQuestion'];

/** What the screen has a form for; a question it does not know is left to the pages. */
export type Code = keyof typeof t.guide.asks;
export const isKnown = (code: string): code is Code => code in t.guide.asks;

/** What a question's form is given. */
export interface Asked {
  plan: string;
  question: Question;
  /** The answer is stored: on to the next question. */
  onKept: () => void;
}

export function useGuide(plan: string) {
  return useRead(['plans', plan, 'guide'], () => answer(client.GET('/api/v1/plans/{plan}/guide', { params: { path: { plan } } })), { keep: true });
}

/** An answer can change what is read on any page of the plan. Whom and where it names is carried over to the goals. */
export function useKeep(plan: string, send: () => Promise<unknown>, onKept: () => void) {
  return useCommand(() => send().then(() => carryOver(plan)), {
    invalidate: [['plans'], ['plan'], ['gates'], ['goals'], ['research'], ['accounts'], ['channels'], ['work'], ['today'], ['next']],
    done: t.guide.kept,
    quiet: true,
    onDone: onKept,
  });
}

export const goalsOf = (plan: string) => answer(client.GET('/api/v1/goals', { params: { query: { plan } } }));
