import { answer, client, type components, useCommand, useRead } from '../api';
import type { paths } from '../api/schema';
import { networkName } from '../shared';
import type { ProblemForm } from '../shared/forms/fieldErrors';
import { t } from '../texts';

type Schemas = components['schemas'];
export type Campaign = Schemas['CampaignView'];
export type CampaignSheet = NonNullable<paths['/api/v1/campaigns']['post']['requestBody']>['content']['application/json']['sheet'];
export type Page = Schemas['CampaignPage'];
export type Paid = Schemas['PaidStanding'];
export type Move = Schemas['CampaignMove'];
export type Metric = Schemas['Metric'];
export type Kind = Campaign['kind'];

const words = t.campaigns;
/** Campaigns also stand in the calendar, in the measures and behind the goals they serve. */
const afterChange = [['campaigns'], ['calendar'], ['goals'], ['measures'], ['plans']];

export function useCampaigns(plan: string) {
  return useRead(['campaigns', plan], () => answer(client.GET('/api/v1/plans/{plan}/campaigns', { params: { path: { plan } } })));
}

export function useCampaign(campaign: string) {
  return useRead(['campaigns', 'one', campaign], () => answer(client.GET('/api/v1/campaigns/{campaign}', { params: { path: { campaign } } })), { keep: true });
}

export function useKinds() {
  return useRead(['campaign-kinds'], () => answer(client.GET('/api/v1/campaign-kinds'))).data ?? [];
}

export function useMetrics(): Metric[] {
  return useRead(['metrics'], () => answer(client.GET('/api/v1/metrics'))).data ?? [];
}

export function useGoals(plan: string) {
  return useRead(['goals', plan], () => answer(client.GET('/api/v1/goals', { params: { query: { plan } } }))).data ?? [];
}

export function useChannels(plan: string) {
  const read = useRead(['channels', plan], () => answer(client.GET('/api/v1/plans/{plan}/channels', { params: { path: { plan } } })));
  return (read.data ?? []).filter((channel) => channel.status === 'active').map((channel) => ({ value: channel.id, label: channel.networkLabel || networkName(channel.network) }));
}

const at = (campaign: string) => ({ params: { path: { campaign } } });

/** Everything that is said of a campaign, so that an earlier state can be put back. */
export const sheetOf = (campaign: Campaign): CampaignSheet => ({
  name: campaign.name,
  kind: campaign.kind,
  from: campaign.from,
  until: campaign.until,
  owner: campaign.owner,
  goals: campaign.goals,
  channels: campaign.channels,
  kpis: campaign.kpis,
  budget: campaign.budget,
  tag: campaign.tag,
  about: campaign.about,
});

const change = (campaign: string, sheet: CampaignSheet, ifVersion?: number) => answer(client.PUT('/api/v1/campaigns/{campaign}', { ...at(campaign), body: { sheet, ifVersion } }));
const take = (campaign: string) => answer(client.DELETE('/api/v1/campaigns/{campaign}', at(campaign)));
const putBack = (campaign: string) => answer(client.POST('/api/v1/campaigns/{campaign}/restore', at(campaign)));
const make = (campaign: string, move: Move, note?: string) => answer(client.POST('/api/v1/campaigns/{campaign}/move', { ...at(campaign), body: { move, note: note || null } }));

/** Adds a campaign, or says everything about the open one anew; either can be taken back. */
export function useSaveCampaign(plan: string, campaign: Campaign | undefined, form: ProblemForm, onDone: (saved: Campaign) => void) {
  return useCommand((sheet: CampaignSheet) => (campaign ? change(campaign.id, sheet, campaign.version) : answer(client.POST('/api/v1/campaigns', { body: { plan, sheet } }))), {
    form,
    invalidate: afterChange,
    done: (sheet) => (campaign ? words.changed(sheet.name) : words.added(sheet.name)),
    undo: (_, saved) => (campaign ? change(campaign.id, sheetOf(campaign)) : take(saved.id)),
    onDone,
  });
}

const back: Partial<Record<Move, Move>> = { start: 'withdraw', end: 'reopen', withdraw: 'start' };

/** Starts, ends, gives up or reopens a campaign; takes it out and puts it back. */
export function useCampaignCommands(campaign: Campaign) {
  return {
    move: useCommand(({ move, note }: { move: Move; note?: string }) => make(campaign.id, move, note), {
      invalidate: afterChange,
      done: ({ move }) => words.moved[move](campaign.name),
      undo: ({ move }) => {
        const way = move === 'cancel' && campaign.status === 'draft' ? 'reopen' : back[move];
        if (way) return make(campaign.id, way);
        // What ran and was given up runs again; what was reopened ends or is given up again.
        return move === 'cancel' ? make(campaign.id, 'reopen').then(() => make(campaign.id, 'start')) : make(campaign.id, campaign.status === 'ended' ? 'end' : 'cancel', campaign.note ?? words.cancelNote);
      },
    }),
    remove: useCommand(() => take(campaign.id), { invalidate: afterChange, done: () => words.removed(campaign.name), undo: () => putBack(campaign.id) }),
  };
}
