import { answer, client, type components, useCommand, useRead } from '../api';
import { t } from '../texts';

export type Work = components['schemas']['WorkView'];
export type Board = components['schemas']['BoardView'];
export type Stage = components['schemas']['BoardStage'];
export type WorkFilter = components['schemas']['WorkFilter'];
type Change = Partial<Pick<Work, 'title' | 'notes' | 'due' | 'doneWhen' | 'estimate' | 'milestone'>> & { noDue?: boolean; noEstimate?: boolean };

const words = t.actionItems;
/** Work also shows on Today, in the gates of the plan and at the goals. */
export const afterWork = [['work'], ['today'], ['plans'], ['goals'], ['accounts']];

export function useOutline(plan: string, filter?: WorkFilter) {
  return useRead(['work', plan, 'outline', filter], () => answer(client.GET('/api/v1/plans/{plan}/work', { params: { path: { plan }, query: { filter } } })), { keep: true });
}

export function useGoalChoices(plan: string) {
  const read = useRead(['goals', plan, 'choices'], () => answer(client.GET('/api/v1/goals', { params: { query: { plan } } })));
  return (read.data ?? []).map((goal) => ({ value: goal.id, label: goal.title }));
}

/** The channels of the plan, for pickers. */
export function useChannelChoices(plan: string) {
  const read = useRead(['channels', plan], () => answer(client.GET('/api/v1/plans/{plan}/channels', { params: { path: { plan } } })));
  return (read.data ?? []).map((channel) => ({ value: channel.id, label: channel.networkLabel }));
}

/** The campaigns of the plan, for pickers. */
export function useCampaignChoices(plan: string) {
  const read = useRead(['campaigns', plan], () => answer(client.GET('/api/v1/plans/{plan}/campaigns', { params: { path: { plan } } })));
  return (read.data?.campaigns ?? []).map((campaign) => ({ value: campaign.id, label: campaign.name }));
}

export function useBoard(plan: string) {
  return useRead(['work', plan, 'board'], () => answer(client.GET('/api/v1/plans/{plan}/board', { params: { path: { plan } } })));
}

/** The usual columns have their names from the texts, a plan's own are in its own words. */
export const stageName = (stage: Stage, own: boolean) => (own ? stage.name : words.states[stage.state]);

const at = (node: string) => ({ params: { path: { node } } });
export const tick = (node: string) => answer(client.POST('/api/v1/work/{node}/tick', { ...at(node), body: {} }));
export const untick = (node: string) => answer(client.POST('/api/v1/work/{node}/untick', at(node)));
export const start = (node: string, overrideReason?: string) => answer(client.POST('/api/v1/work/{node}/start', { ...at(node), body: { overrideReason } }));
export const stage = (node: string, name: string) => answer(client.POST('/api/v1/work/{node}/stage', { ...at(node), body: { stage: name } }));
export const move = (node: string, position: number, parent?: string) => answer(client.POST('/api/v1/work/{node}/move', { ...at(node), body: { position, parent } }));

/** Ticks off and takes back, from any view. */
export function useTick() {
  const on = useCommand((work: Work) => tick(work.id), { invalidate: afterWork, done: (work) => words.ticked(work.title), undo: (work) => untick(work.id) });
  const off = useCommand((work: Work) => untick(work.id), { invalidate: afterWork, done: (work) => words.unticked(work.title), undo: (work) => tick(work.id) });
  return (work: Work) => (work.state === 'done' ? off : on).mutate(work);
}

/** Moves among siblings by one place. */
export function useMove() {
  const command = useCommand(({ work, by }: { work: Work; by: 1 | -1 }) => move(work.id, Math.max(1, work.rank + by)), {
    invalidate: afterWork,
    done: ({ work }) => words.moved(work.title),
    undo: ({ work }) => move(work.id, work.rank),
  });
  return (work: Work, by: 1 | -1) => command.mutate({ work, by });
}

/** What the panel can do with one node. */
export function useWorkCommands(work: Work) {
  const invalidate = afterWork;
  const path = at(work.id);
  const patch = (body: Change) => answer(client.PATCH('/api/v1/work/{node}', { ...path, body }));
  const before = () => patch({ title: work.title, notes: work.notes ?? '', due: work.due, noDue: work.due === null, doneWhen: work.doneWhen ?? '', estimate: work.estimate, noEstimate: work.estimate === null });
  const own = (body: { accountable: string | null; duty?: string | null }) => answer(client.POST('/api/v1/work/{node}/owner', { ...path, body }));
  const link = (body: { goal: string | null; channel: string | null }) => answer(client.POST('/api/v1/work/{node}/links', { ...path, body }));
  const join = (campaign: string | null) => answer(client.POST('/api/v1/work/{node}/campaign', { ...path, body: { campaign } }));
  const restore = () => answer(client.POST('/api/v1/work/{node}/restore', path));
  return {
    change: useCommand(patch, { invalidate, inTurn: work.id, done: words.changed(work.title), undo: before }),
    own: useCommand(own, { invalidate, inTurn: work.id, done: words.changed(work.title), undo: () => own({ accountable: work.accountable, duty: work.duty }) }),
    link: useCommand(link, { invalidate, inTurn: work.id, done: words.changed(work.title), undo: () => link({ goal: work.goal, channel: work.channel }) }),
    join: useCommand(join, { invalidate, inTurn: work.id, done: words.changed(work.title), undo: () => join(work.campaign) }),
    remove: useCommand(() => answer(client.DELETE('/api/v1/work/{node}', path)), { invalidate, inTurn: work.id, done: words.removed(work.title), undo: restore }),
    start: useCommand((reason: string | undefined) => start(work.id, reason), { invalidate, inTurn: work.id, done: words.started(work.title) }),
    say: useCommand((percent: number) => answer(client.POST('/api/v1/work/{node}/progress', { ...path, body: { percent } })), { invalidate, inTurn: work.id, done: words.changed(work.title) }),
    addStep: useCommand((title: string) => answer(client.POST('/api/v1/steps', { body: { parent: work.id, title } })), { invalidate, inTurn: work.id, done: (title) => words.added(title) }),
    conclude: useCommand((body: { outcome: NonNullable<Work['outcome']>; evidence: string | null }) => answer(client.POST('/api/v1/work/{node}/outcome', { ...path, body })), { invalidate, inTurn: work.id, done: words.changed(work.title) }),
    relate: useCommand((on: string) => answer(client.POST('/api/v1/work/{node}/relations', { ...path, body: { on, kind: 'hardDependsOn' } })), { invalidate, inTurn: work.id, done: words.changed(work.title) }),
    unrelate: useCommand((relation: string) => answer(client.DELETE('/api/v1/work-relations/{relation}', { params: { path: { relation } } })), { invalidate, inTurn: work.id, done: words.changed(work.title) }),
  };
}
