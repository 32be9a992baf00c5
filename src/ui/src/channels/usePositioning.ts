import { answer, client, type components, useRead } from '../api';

type Schemas = components['schemas'];
export type Positioning = Schemas['PositioningView'];
export type Claim = Schemas['ClaimView'];
export type Starter = Schemas['ConversationStarterView'];

/** What depends on the positioning: its checks, the plan's gates, drafts being checked. */
export const afterPositioning = [['positioning'], ['plans'], ['calendar', 'check']];

export function usePositioning(plan: string) {
  return useRead(['positioning', plan], () => answer(client.GET('/api/v1/plans/{plan}/positioning', { params: { path: { plan } } })));
}

export function useConversationShare(plan: string) {
  return useRead(['positioning', plan, 'share'], () => answer(client.GET('/api/v1/plans/{plan}/conversation-share', { params: { path: { plan } } })));
}

export const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
