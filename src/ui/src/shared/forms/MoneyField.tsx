import { Group, Input, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { currencyDecimals } from '../numbers/currencies';
import { currencies } from '../numbers/currencyCodes';
import { NumberField } from './NumberField';
import { t } from '../../texts';
import { hintsBelow } from './order';

interface Props {
  label: string;
  description?: string;
  amount: number | '';
  currency: string;
  onAmount: (amount: number | '') => void;
  onCurrency: (currency: string) => void;
  error?: ReactNode;
  disabled?: boolean;
}

/** An amount and the currency it is in, side by side. */
export function MoneyField({ label, description, amount, currency, onAmount, onCurrency, error, disabled }: Props) {
  const list = currencies.includes(currency) ? currencies : [currency, ...currencies];
  return (
    <Input.Wrapper label={label} description={description} error={error} labelElement="div" inputWrapperOrder={hintsBelow}>
      <Group gap="xs" wrap="nowrap">
        <NumberField aria-label={label} min={0} decimals={currencyDecimals(currency)} thousandSeparator="," value={amount} onChange={(value) => onAmount(typeof value === 'number' ? value : value === '' ? '' : Number(value))} error={Boolean(error)} disabled={disabled} flex={1} />
        <Select aria-label={`${label}: ${t.fields.currency}`} data={list} value={currency} onChange={(value) => value && onCurrency(value)} searchable limit={50} disabled={disabled} w={100} />
      </Group>
    </Input.Wrapper>
  );
}
