import { Alert, Button, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useBrand } from '../shared';
import { zoneName } from '../shared/time/moment';
import { DateField } from '../shared/forms/DateField';
import { TimeField } from '../shared/forms/TimeField';
import { t } from '../texts';
import { useGaps } from './data';
import { addDays, nowIn, sayLocal } from './days';
import type { Draft } from './draft';
import { openingsOf } from './GapChip';

const words = t.calendar.composer;

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** What the server says of the time: it moves over a jump of the clocks. */
  note: string | null;
  /** Somebody wanted to schedule it without a day. */
  missing: boolean;
  disabled: boolean;
}

/** When it goes out, on the brand's clocks; the free times of the cadence are one click away. */
export function SlotPicker({ draft, onChange, note, missing, disabled }: Props) {
  const brand = useBrand();
  const day = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (missing) day.current?.focus();
  }, [missing]);
  const now = nowIn(brand.zone);
  const today = now.slice(0, 10);
  const gaps = useGaps(today, addDays(today, 13));
  const mine = draft.accounts.map((each) => each.id);
  const free = [...new Set(openingsOf(gaps.data).filter((opening) => mine.length === 0 || mine.includes(opening.account)).map((opening) => opening.at))].slice(0, 4);
  const [date, time] = [draft.at?.slice(0, 10) ?? '', draft.at?.slice(11, 16) ?? ''];
  const set = (day: string, clock: string) => onChange({ ...draft, at: day === '' ? null : `${day}T${clock === '' ? '10:00' : clock}:00` });
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }} disabled={disabled}>
      <legend>
        <Text fw={600}>{words.when}</Text>
      </legend>
      <Group align="flex-start" gap="sm">
        <DateField ref={day} label={words.date} error={missing && words.dayMissing} min={today} value={date} onChange={(day) => set(day, time)} w={150} />
        <TimeField label={words.time} value={time} disabled={date === ''} onChange={(clock) => set(date, clock)} />
      </Group>
      <Group gap="xs" mt={4} mih={26}>
        <Text size="xs" c="dimmed">
          {words.zone(zoneName(brand.zone))}
        </Text>
        {date !== '' && (
          <Button variant="subtle" size="compact-xs" onClick={() => onChange({ ...draft, at: null })}>
            {words.noTime}
          </Button>
        )}
      </Group>
      {free.length > 0 && (
        <Group gap={6} mt="xs">
          <Text size="xs" c="dimmed">
            {words.free}
          </Text>
          {free.map((at) => (
            <Button key={at} size="compact-xs" variant="default" className="figures" onClick={() => onChange({ ...draft, at })}>
              {sayLocal(at)}
            </Button>
          ))}
        </Group>
      )}
      {note && (
        <Alert mt="xs" color="yellow">
          {note}
        </Alert>
      )}
    </fieldset>
  );
}
