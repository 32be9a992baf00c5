import { NumberInput, type NumberInputProps } from '@mantine/core';
import { type FocusEvent, useEffect, useState } from 'react';
import { formatNumber } from '../numbers/format';
import { t } from '../../texts';

interface Props extends Omit<NumberInputProps, 'min' | 'max' | 'clampBehavior'> {
  min?: number;
  max?: number;
}

/** What is wrong with a number, or nothing. An empty field is for whoever needs it to complain about. */
export function outside(value: number | string | null | undefined, min?: number, max?: number): string | null {
  if (value === null || value === undefined || value === '' || value === '-') return null;
  const number = Number(value);
  if (Number.isNaN(number) || ((min === undefined || number >= min) && (max === undefined || number <= max))) return null;
  const show = (bound: number) => formatNumber(bound);
  if (min !== undefined && max !== undefined) return t.fields.numberBetween(show(min), show(max));
  return min !== undefined ? t.fields.numberLeast(show(min)) : t.fields.numberMost(show(max!));
}

/**
 * A number. One that is too small or too large stays as it was typed and is said to be so: it is never quietly made another one.
 * Until it is mended the number is the one before, and no form is sent with it.
 */
export function NumberField({ value, defaultValue, onChange, onBlur, min, max, error, ...rest }: Props) {
  const [held, setHeld] = useState<number | string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    setHeld(null);
    setWrong(null);
  }, [value]);
  const change = (next: number | string) => {
    const trouble = outside(next, min, max);
    setHeld(trouble ? next : null);
    if (!trouble) {
      setWrong(null);
      onChange?.(next);
    } else if (wrong) setWrong(trouble);
  };
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    const trouble = held === null ? null : outside(held, min, max);
    setWrong(trouble);
    if (!trouble) onBlur?.(event);
  };
  return (
    <NumberInput
      {...rest}
      {...(value === undefined ? { defaultValue } : { value: held ?? value })}
      min={min}
      max={max}
      clampBehavior="none"
      error={wrong ?? error}
      data-unreadable={held !== null ? true : undefined}
      onChange={change}
      onBlur={leave}
    />
  );
}
