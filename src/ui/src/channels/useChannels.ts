import { useQueryClient } from '@tanstack/react-query';
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
  return useRead(['metrics', 'choices'], () => answer(client.GET('/api/v1/metrics'))).data ?? [];
}

/** One part of a sheet: changed from what it is by then, not from what it was when the page was drawn. */
function useSheetPart<T>(channel: Channel, name: string, of: (channel: Channel) => T, put: (value: T) => Promise<Channel>) {
  const queries = useQueryClient();
  const key = ['channels', 'sheet', channel.id];
  return useCommand(
    async (change: (now: T) => T) => {
      const before = of(queries.getQueryData<Channel>(key) ?? channel);
      queries.setQueryData(key, await put(change(before)));
      return before;
    },
    { invalidate: afterChange, inTurn: channel.id, done: words.saved(name), undo: (_, before) => put(before) },
  );
}

/** The parts of a sheet that belong to the channel itself; each is saved on its own and can be taken back. */
export function useSheetCommands(channel: Channel) {
  const params = { path: { channel: channel.id } };
  return {
    goals: useSheetPart(channel, words.parts.goals, (now) => now.goals, (goals) => answer(client.PUT('/api/v1/channels/{channel}/goals', { params, body: { goals } }))),
    kpis: useSheetPart(channel, words.parts.kpis, (now) => now.kpis, (kpis) => answer(client.PUT('/api/v1/channels/{channel}/kpis', { params, body: { kpis } }))),
    strategy: useSheetPart(
      channel,
      words.parts.editorialStrategy,
      (now) => now.editorialStrategy ?? '',
      (text) => answer(client.PUT('/api/v1/channels/{channel}/editorial-strategy', { params, body: { text } })),
    ),
    themes: useSheetPart(channel, words.parts.themes, (now) => now.themes, (themes) => answer(client.PUT('/api/v1/channels/{channel}/themes', { params, body: { themes } }))),
    account: useSheetPart(channel, words.account, (now) => now.account, (account) => answer(client.POST('/api/v1/channels/{channel}/account', { params, body: { account } }))),
  };
}
