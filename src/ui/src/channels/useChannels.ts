import { answer, client, type components, useCommand, useRead } from '../api';
import { t } from '../texts';

export type Channel = components['schemas']['ChannelView'];
export type Theme = components['schemas']['ContentPillarView'];
export type Part = components['schemas']['SheetPart'];

const words = t.channels;
/** A change of a sheet also changes what the plan's gates say. */
export const afterChange = [['channels'], ['plans']];

export function useChannels(plan: string) {
  return useRead(['channels', plan], () => answer(client.GET('/api/v1/plans/{plan}/channels', { params: { path: { plan } } })));
}

export function useChannel(channel: string) {
  return useRead(['channels', 'sheet', channel], () => answer(client.GET('/api/v1/channels/{channel}', { params: { path: { channel } } })));
}

export function useThemes(plan: string) {
  return useRead(['channels', 'themes', plan], () => answer(client.GET('/api/v1/plans/{plan}/themes', { params: { path: { plan } } })));
}

/** The goals of the plan, for pickers. */
export function useGoalChoices(plan: string) {
  const read = useRead(['goals', plan, 'choices'], () => answer(client.GET('/api/v1/goals', { params: { query: { plan } } })));
  return (read.data ?? []).map((goal) => ({ value: goal.id, label: goal.title }));
}

/** Every metric of the catalogue, for pickers. */
export function useMetricChoices() {
  const read = useRead(['metrics', 'choices'], () => answer(client.GET('/api/v1/metrics')));
  return (read.data ?? []).map((metric) => ({ value: metric.key, label: metric.name }));
}

/** The parts of a sheet that belong to the channel itself; each is saved on its own and can be taken back. */
export function useSheetCommands(channel: Channel) {
  const params = { path: { channel: channel.id } };
  const said = (part: Part) => words.saved(words.parts[part]);
  const goals = (list: string[]) => answer(client.PUT('/api/v1/channels/{channel}/goals', { params, body: { goals: list } }));
  const kpis = (list: Channel['kpis']) => answer(client.PUT('/api/v1/channels/{channel}/kpis', { params, body: { kpis: list } }));
  const strategy = (text: string) => answer(client.PUT('/api/v1/channels/{channel}/editorial-strategy', { params, body: { text } }));
  const themes = (list: Channel['themes']) => answer(client.PUT('/api/v1/channels/{channel}/themes', { params, body: { themes: list } }));
  const account = (id: string | null) => answer(client.POST('/api/v1/channels/{channel}/account', { params, body: { account: id } }));
  const invalidate = afterChange;
  return {
    goals: useCommand(goals, { invalidate, done: said('goals'), undo: () => goals(channel.goals) }),
    kpis: useCommand(kpis, { invalidate, done: said('kpis'), undo: () => kpis(channel.kpis) }),
    strategy: useCommand(strategy, { invalidate, done: said('editorialStrategy'), undo: () => strategy(channel.editorialStrategy ?? '') }),
    themes: useCommand(themes, { invalidate, done: said('themes'), undo: () => themes(channel.themes) }),
    account: useCommand(account, { invalidate, done: words.saved(words.account), undo: () => account(channel.account) }),
  };
}
