import { Group, SegmentedControl, Select } from '@mantine/core';
import { type PlanLine, useUrl } from '../shared';
import { t } from '../texts';
import type { By } from './credit';

const words = t.credit;
const choices = (of: Record<string, string>) => Object.entries(of).map(([value, label]) => ({ value, label }));

/** What the report is of; all of it stands in the address. */
export function CreditControls({ days, by, plan }: { days: string; by: By; plan: PlanLine | null }) {
  const [url, setUrl] = useUrl();
  return (
    <Group align="flex-end" gap="md">
      <SegmentedControl aria-label={words.range} value={days} onChange={(value) => setUrl({ days: value === '90' ? undefined : value, row: undefined })} data={choices(t.tracking.days)} />
      <Select label={words.by} w={176} value={by} onChange={(value) => setUrl({ by: value === 'channelGroup' ? undefined : (value ?? undefined), row: undefined, and: undefined })} data={choices(words.bys)} />
      {plan && (
        <Select
          label={words.of}
          w={220}
          maw="100%"
          value={url.only === 'plan' ? 'plan' : 'brand'}
          onChange={(value) => setUrl({ only: value === 'plan' ? value : undefined, row: undefined })}
          data={[
            { value: 'brand', label: words.whole },
            { value: 'plan', label: words.onlyPlan(plan.title) },
          ]}
        />
      )}
    </Group>
  );
}
