import { Group, Select } from '@mantine/core';
import { type PlanLine, useUrl } from '../shared';
import { t } from '../texts';
import type { By } from './credit';
import { RangeChoice } from './parts/RangeChoice';

const words = t.credit;
const choices = (of: Record<string, string>) => Object.entries(of).map(([value, label]) => ({ value, label }));

/** What the report is of; all of it stands in the address. */
export function CreditControls({ range, by, plan }: { range: { days?: string; from: string; until: string }; by: By; plan: PlanLine | null }) {
  const [url, setUrl] = useUrl();
  return (
    <Group align="flex-end" gap="md">
      <RangeChoice {...range} onChange={(address) => setUrl({ ...address, row: undefined })} />
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
