import { Button, Group, SegmentedControl } from '@mantine/core';
import { DateField } from '../../shared/forms/DateField';
import { t } from '../../texts';
import { isDay } from '../range';

const words = t.tracking;

interface Props {
  /** One of the usual spans; days of one's own choice without. */
  days?: string;
  from: string;
  until: string;
  onChange: (address: { days?: string; from?: string; until?: string }) => void;
}

/** The last days, or days of one's own choice; days that cannot be are marked, and can be mended. */
export function RangeChoice({ days, from, until, onChange }: Props) {
  const reversed = isDay(from) && isDay(until) && from > until;
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
          <DateField label={words.rangeFrom} w={150} value={from} error={reversed || !isDay(from)} onChange={(day) => day && onChange({ from: day, until: isDay(until) && day <= until ? until : day })} />
          <DateField label={words.rangeUntil} w={150} value={until} error={reversed || !isDay(until)} onChange={(day) => day && onChange({ from: isDay(from) && from <= day ? from : day, until: day })} />
        </>
      )}
    </Group>
  );
}
