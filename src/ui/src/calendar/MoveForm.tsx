import { Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useBrand } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { TimeField } from '../shared/forms/TimeField';
import { zoneName } from '../shared/time/moment';
import { t } from '../texts';
import { useMove } from './data';
import { nowIn } from './days';
import { useDesk } from './desk';
import type { Entry } from './draft';

const words = t.scheduling.moving;
type Way = 'shift' | 'setTime' | 'setDay';

/** Another time for one post, or one change of time for several. */
export function MoveForm({ entries, onClose }: { entries: Entry[]; onClose: () => void }) {
  const brand = useBrand();
  const desk = useDesk();
  const move = useMove();
  const [only] = entries.length === 1 ? entries : [];
  const today = nowIn(brand.zone).slice(0, 10);
  const [way, setWay] = useState<Way>(entries.every((entry) => entry.at) ? 'shift' : 'setDay');
  const [days, setDays] = useState<number | string>(7);
  const [day, setDay] = useState(only?.at?.slice(0, 10) ?? today);
  const [time, setTime] = useState(only?.at?.slice(11, 16) ?? '10:00');
  const go = () => {
    if (only) move.mutate({ entry: only, at: `${day}T${time === '' ? '10:00' : time}:00` });
    else if (way === 'shift') desk.change(entries, way, { days: Number(days) });
    else if (way === 'setTime') desk.change(entries, way, { time: `${time}:00` });
    else desk.change(entries, way, { day, time: `${time === '' ? '10:00' : time}:00` });
    onClose();
  };
  const ready = only ? day !== '' : way === 'shift' ? Number(days) !== 0 && days !== '' : way === 'setTime' ? time !== '' : day !== '';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) go();
      }}
    >
      <Stack gap="md">
        {!only && <Select label={words.how} data-autofocus allowDeselect={false} value={way} onChange={(value) => setWay((value ?? 'shift') as Way)} data={(['shift', 'setTime', 'setDay'] as const).map((value) => ({ value, label: words[value] }))} />}
        {!only && way === 'shift' && <NumberInput label={words.days} description={words.daysHint} min={-366} max={366} allowDecimal={false} value={days} onChange={setDays} w={160} />}
        <Group align="flex-start">
          {(only || way === 'setDay') && <DateField label={words.day} data-autofocus={only ? true : undefined} min={today} value={day} onChange={setDay} w={160} />}
          {(only || way === 'setTime') && <TimeField label={words.time} value={time} onChange={setTime} />}
        </Group>
        <Text size="xs" c="dimmed">
          {t.calendar.composer.zone(zoneName(brand.zone))}
        </Text>
        <Button type="submit" disabled={!ready} style={{ alignSelf: 'flex-start' }}>
          {words.go}
        </Button>
      </Stack>
    </form>
  );
}
