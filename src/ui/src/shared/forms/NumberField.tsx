import { NumberInput, type NumberInputProps } from '@mantine/core';
import { type FocusEvent, useEffect, useState } from 'react';
import { formatNumber } from '../numbers/format';
import { t } from '../../texts';

interface Props extends Omit<NumberInputProps, 'min' | 'max' | 'clampBehavior'> {
  min?: number;
  max?: number;
  /** How many decimals it may have, such as those of its currency; any number unless given. */
  decimals?: number;
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

/** What is wrong with a number that is finer than it may be, or nothing. */
export function tooFine(value: number | string | null | undefined, decimals?: number): string | null {
  const number = value === null || value === undefined || value === '' ? Number.NaN : Number(value);
  if (decimals === undefined || Number.isNaN(number) || Number(number.toFixed(decimals)) === number) return null;
  return t.fields.numberDecimals(decimals);
}

/**
 * A number. One that is too small, too large or too fine stays as it was typed and is said to be so: it is never quietly made another one.
 * Until it is mended the number is the one before, and no form is sent with it.
 */
export function NumberField({ value, defaultValue, onChange, onBlur, min, max, decimals, error, ...rest }: Props) {
  const [held, setHeld] = useState<number | string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const troubleOf = (next: number | string) => outside(next, min, max) ?? tooFine(next, decimals);
  // Another currency can have fewer decimals than what was typed before.
  const stale = held === null ? tooFine(value, decimals) : null;
  useEffect(() => {
    setHeld(null);
    setWrong(null);
  }, [value]);
  const change = (next: number | string) => {
    const trouble = troubleOf(next);
    setHeld(trouble ? next : null);
    if (!trouble) {
      setWrong(null);
      onChange?.(next);
    } else if (wrong) setWrong(trouble);
  };
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    const trouble = held === null ? null : troubleOf(held);
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
      error={wrong ?? stale ?? error}
      data-unreadable={held !== null || stale ? true : undefined}
      onChange={change}
      onBlur={leave}
    />
  );
}
