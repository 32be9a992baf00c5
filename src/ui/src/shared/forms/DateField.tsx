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

/** A date in the order the reader writes it: typed, or chosen from a month. What cannot be read stays there to be mended; until then the date is the one before, and no form is sent with it. */
export function DateField({ value, onChange, min, onBlur, error, ...rest }: Props) {
  const date = value ?? '';
  const [text, setText] = useState(writeDate(date));
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    setText((now) => ((readDate(now) ?? '') === date ? now : writeDate(date)));
    if (date !== '') setWrong(null);
  }, [date]);
  const read = (typed: string) => (typed.trim() === '' ? '' : readDate(typed));
  const fits = (day: string | null): day is string => day !== null && !(min && day !== '' && day < min);
  const type = (typed: string) => {
    setText(typed);
    const day = read(typed);
    if (!fits(day)) return;
    setWrong(null);
    if (day !== date) onChange?.(day);
  };
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    const day = read(text);
    if (fits(day)) setText(writeDate(day));
    else setWrong(day === null || !min ? t.fields.noDay(datePattern().toLowerCase()) : t.fields.dayTooEarly(writeDate(min)));
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
      error={wrong ?? error}
      data-unreadable={wrong ? true : undefined}
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
