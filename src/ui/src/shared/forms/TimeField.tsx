import { TextInput, type TextInputProps } from '@mantine/core';
import { type FocusEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { readTime, shiftTime } from './dates';

interface Props extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'type'> {
  /** "10:00", or empty. */
  value?: string;
  /** "10:00", or empty. */
  onChange?: (time: string) => void;
}

const whole = /^\d{2}:\d{2}$/;

/** A time of day on the 24-hour clock, as everywhere on the screen; "9", "930" and "9 pm" are understood, arrows move it by a quarter of an hour. */
export function TimeField({ value = '', onChange, onBlur, onKeyDown, ...rest }: Props) {
  const shown = value.slice(0, 5);
  const [text, setText] = useState(shown);
  useEffect(() => setText((now) => (readTime(now) === shown ? now : shown)), [shown]);
  const type = (typed: string) => {
    setText(typed);
    if (typed === '' || (whole.test(typed) && readTime(typed))) onChange?.(typed);
  };
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    const time = text.trim() === '' ? '' : (readTime(text) ?? shown);
    setText(time);
    if (time !== shown) onChange?.(time);
    onBlur?.(event);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = { ArrowUp: 15, ArrowDown: -15 }[event.key];
    const time = readTime(text);
    if (by && time) {
      event.preventDefault();
      type(shiftTime(time, by));
    }
    onKeyDown?.(event);
  };
  return <TextInput w={96} placeholder="10:00" maxLength={8} autoComplete="off" {...rest} classNames={{ input: 'figures' }} value={text} onChange={(event) => type(event.currentTarget.value)} onBlur={leave} onKeyDown={press} />;
}
