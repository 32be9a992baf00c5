import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type FocusEvent, lazy, type Ref, Suspense, useEffect, useState } from 'react';
import { t } from '../../texts';
import { datePattern, readDate, writeDate } from './dates';

const DayPicker = lazy(() => import('./DayPicker'));

interface Props extends Omit<TextInputProps & { ref?: Ref<HTMLInputElement> }, 'value' | 'defaultValue' | 'onChange' | 'type' | 'min'> {
  /** "2026-11-26", or empty. */
  value?: string | null;
  /** "2026-11-26", or empty. */
  onChange?: (date: string) => void;
  /** No earlier date can be chosen. */
  min?: string;
}

/** A date in the order the reader writes it: typed, or chosen from a month. */
export function DateField({ value, onChange, min, onBlur, ...rest }: Props) {
  const date = value ?? '';
  const [text, setText] = useState(writeDate(date));
  const [open, setOpen] = useState(false);
  useEffect(() => setText((now) => ((readDate(now) ?? '') === date ? now : writeDate(date))), [date]);
  const type = (typed: string) => {
    setText(typed);
    const read = typed.trim() === '' ? '' : readDate(typed);
    if (read !== null && read !== date && !(min && read !== '' && read < min)) onChange?.(read);
  };
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    setText(writeDate(date));
    onBlur?.(event);
  };
  const pick = (day: string | null) => {
    setOpen(false);
    if (day) type(writeDate(day));
  };
  return (
    <TextInput
      placeholder={datePattern().toLowerCase()}
      autoComplete="off"
      {...rest}
      classNames={{ input: 'figures' }}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      rightSection={
        <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus withinPortal>
          <Popover.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t.fields.chooseDay} disabled={rest.disabled} onClick={() => setOpen(!open)}>
              <IconCalendar size={16} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <Suspense>
              <DayPicker value={date || null} min={min} onPick={pick} />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
