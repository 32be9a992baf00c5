import { Button, Group, SegmentedControl } from '@mantine/core';
import type { Problem } from '../../api';
import { DateField } from '../../shared/forms/DateField';
import { t } from '../../texts';

const words = t.tracking;

interface Props {
  /** One of the usual spans; days of one's own choice without. */
  days?: string;
  from: string;
  until: string;
  /** Why these days were refused. */
  problem?: Problem | null;
  onChange: (address: { days?: string; from?: string; until?: string }) => void;
}

/** The last days, or days of one's own choice. */
export function RangeChoice({ days, from, until, problem, onChange }: Props) {
  return (
    <Group gap="xs" align="flex-end">
      <SegmentedControl
        aria-label={words.range}
        value={days ?? ''}
        onChange={(value) => onChange({ days: value, from: undefined, until: undefined })}
        data={Object.entries(words.days).map(([value, label]) => ({ value, label }))}
      />
      {days ? (
        <Button variant="subtle" color="gray" onClick={() => onChange({ days: 'chosen', from, until })}>
          {words.chooseDays}
        </Button>
      ) : (
        <>
          <DateField label={words.rangeFrom} w={150} value={from} error={problem?.errors.from ? true : undefined} onChange={(day) => day && onChange({ from: day, until: day > until ? day : until })} />
          <DateField label={words.rangeUntil} w={150} value={until} error={problem?.errors.until ? true : undefined} onChange={(day) => day && onChange({ from: day < from ? day : from, until: day })} />
        </>
      )}
    </Group>
  );
}
