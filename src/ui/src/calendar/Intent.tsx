import { Checkbox, Group, Select } from '@mantine/core';
import { t } from '../texts';
import { useCampaigns, useGoals, usePlan, useThemes } from './data';
import type { Draft } from './draft';

const words = t.calendar.composer;

/** What the post is for: a goal of the plan, a campaign and a theme, or nothing on purpose. */
export function Intent({ draft, onChange, disabled }: { draft: Draft; onChange: (draft: Draft) => void; disabled: boolean }) {
  const plan = usePlan();
  const goals = useGoals();
  const themes = useThemes();
  const campaigns = useCampaigns();
  // A post stays with a campaign that is over; no other joins it.
  const joinable = campaigns.filter((campaign) => campaign.status === 'draft' || campaign.status === 'running' || campaign.id === draft.campaign);
  const join = (id: string | null) => {
    const served = campaigns.find((campaign) => campaign.id === id)?.goals ?? [];
    const goal = draft.goal ?? (draft.unguided || served.length !== 1 ? null : (served[0] ?? null));
    onChange({ ...draft, campaign: id, goal, plan: id ? (plan?.id ?? draft.plan) : draft.plan });
  };
  return (
    <>
      <Group grow align="flex-start">
        <Select
          // A name that arrives after the choice is shown only by a fresh field.
          key={goals.data ? 'known' : 'unknown'}
          label={words.goal}
          clearable
          searchable
          value={draft.goal}
          disabled={disabled || draft.unguided}
          data={(goals.data ?? []).map((goal) => ({ value: goal.id, label: goal.title }))}
          onChange={(goal) => onChange({ ...draft, goal, plan: goal ? (plan?.id ?? draft.plan) : draft.plan })}
        />
        <Select
          key={themes.length > 0 ? 'known themes' : 'no themes'}
          label={words.theme}
          clearable
          value={draft.theme}
          disabled={disabled}
          data={themes.map((theme) => ({ value: theme.id, label: theme.name }))}
          onChange={(theme) => onChange({ ...draft, theme, plan: theme ? (plan?.id ?? draft.plan) : draft.plan })}
        />
      </Group>
      {joinable.length > 0 && (
        <Select
          label={words.campaign}
          clearable
          searchable
          value={draft.campaign}
          disabled={disabled}
          data={joinable.map((campaign) => ({ value: campaign.id, label: campaign.name }))}
          onChange={join}
        />
      )}
      <Checkbox
        label={words.unguided}
        checked={draft.unguided}
        disabled={disabled}
        onChange={(event) => onChange({ ...draft, unguided: event.currentTarget.checked, goal: event.currentTarget.checked ? null : draft.goal })}
      />
    </>
  );
}
