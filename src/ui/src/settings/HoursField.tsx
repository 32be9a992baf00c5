import { ActionIcon, Button, Group, Input, Select, Stack } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { components } from '../api';
import { TimeField } from '../shared/forms/TimeField';
import { t } from '../texts';

type Span = components['schemas']['WorkingSpan'];

interface Props {
  spans: Span[];
  onChange: (spans: Span[]) => void;
  error?: ReactNode;
}

const days = t.fields.days.map(([value]) => ({ value, label: t.fields.longDays[value] ?? value }));

/** Spans by weekday; a day may have none or several. */
export function HoursField({ spans, onChange, error }: Props) {
  const words = t.settings.brand;
  const change = (at: number, part: Partial<Span>) => onChange(spans.map((span, i) => (i === at ? { ...span, ...part } : span)));
  const addNext = () => {
    const last = spans.at(-1);
    const next = days[(days.findIndex((day) => day.value === last?.day) + 1) % days.length];
    onChange([...spans, { day: (next?.value ?? 'monday') as Span['day'], from: last?.from ?? '09:00', until: last?.until ?? '18:00' }]);
  };
  return (
    <Input.Wrapper label={words.hours} description={words.hoursHint} error={error} labelElement="div">
      <Stack gap={6} mt={8} role="group" aria-label={words.hours}>
        {spans.map((span, i) => (
          <Group key={i} gap="xs" wrap="nowrap">
            <Select aria-label={words.day} data={days} value={span.day} onChange={(day) => day && change(i, { day: day as Span['day'] })} flex="0 1 150px" miw={0} />
            <TimeField aria-label={words.from} value={span.from.slice(0, 5)} onChange={(from) => change(i, { from })} />
            <TimeField aria-label={words.until} value={span.until.slice(0, 5)} onChange={(until) => change(i, { until })} />
            <ActionIcon variant="subtle" color="gray" aria-label={words.removeSpan(t.fields.longDays[span.day] ?? span.day)} onClick={() => onChange(spans.filter((_, at) => at !== i))}>
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={addNext} style={{ alignSelf: 'flex-start' }}>
          {words.addSpan}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
