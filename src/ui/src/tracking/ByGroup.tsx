import { Text, Title } from '@mantine/core';
import type { components } from '../api';
import { t } from '../texts';
import { Shares } from './Shares';

const words = t.tracking;

/** Clicks by channel group. */
export function ByGroup({ groups, from, until }: { groups: components['schemas']['GroupOfClicks'][]; from: string; until: string }) {
  return (
    <section>
      <Title order={2} mb="sm">
        {words.byGroup}
      </Title>
      {groups.length === 0 && <Text c="dimmed">{words.noHits}</Text>}
      <Shares label={words.byGroup} heads={[words.group, t.funnel.clicks]} rows={groups.map(({ group, clicks }) => ({ key: group, name: words.groups[group] ?? group, value: clicks, see: { of: 'clicks', group, from, until } }))} />
    </section>
  );
}
