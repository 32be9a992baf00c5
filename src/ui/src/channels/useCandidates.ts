import { answer, client, type components, useCommand, useRead } from '../api';
import { t } from '../texts';
import type { Channel } from './useChannels';

type Schemas = components['schemas'];
export type Idea = Schemas['OperationIdeaView'];
export type Portfolio = Schemas['PortfolioView'];

/** What a decision about a channel changes: the sheet, the portfolio, the gates, the work. */
export const afterDecision = [['channels'], ['portfolio'], ['plans'], ['actions'], ['work'], ['mission-watch']];

export function useIdeas(plan: string) {
  return useRead(['operation-ideas', plan], () => answer(client.GET('/api/v1/plans/{plan}/operation-ideas', { params: { path: { plan } } })));
}

export function usePortfolio(plan: string) {
  return useRead(['portfolio', plan], () => answer(client.GET('/api/v1/plans/{plan}/portfolio', { params: { path: { plan } } })));
}

export function useMissionWatch(plan: string) {
  return useRead(['mission-watch', plan], () => answer(client.GET('/api/v1/plans/{plan}/mission-watch', { params: { path: { plan } } })));
}

export interface Decision {
  status: Channel['status'];
  reason?: string | null;
  lookAgainOn?: string | null;
}

/** Decides about a channel; taking it back also takes the work back that came of it. */
export function useDecision(channel: Channel, onDone?: () => void) {
  const params = { path: { channel: channel.id } };
  const send = (body: Decision) => answer(client.POST('/api/v1/channels/{channel}/decision', { params, body }));
  return useCommand(send, {
    inTurn: channel.id,
    invalidate: afterDecision,
    quiet: true,
    done: ({ status }) => t.candidates.decided(channel.networkLabel, t.channels.statuses[status]),
    undo: async (_, decided) => {
      await send({ status: channel.status, reason: channel.decisionReason, lookAgainOn: channel.status === 'waiting' ? channel.lookAgainOn : null });
      const work = decided.decisionWork;
      if (work && work !== channel.decisionWork) await answer(client.DELETE('/api/v1/work/{node}', { params: { path: { node: work } } }));
    },
    onDone,
  });
}
