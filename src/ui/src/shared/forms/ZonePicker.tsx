import { Select, type SelectProps } from '@mantine/core';
import { t } from '../../texts';
import { currencies } from '../numbers/currencyCodes';
import { hintsBelow } from './order';

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', here])];

type Props = Pick<SelectProps, 'value' | 'onChange' | 'error' | 'defaultValue' | 'onBlur' | 'onFocus' | 'description' | 'disabled'>;

/** Picks a time zone by typing a place; fits `form.getInputProps`. */
export function ZonePicker(props: Props) {
  return <Select {...props} label={t.fields.zone} data={withValue(zones, props.value)} searchable limit={50} nothingFoundMessage={t.fields.zoneNothing} inputWrapperOrder={hintsBelow} />;
}

/** Picks a currency by its three letters; fits `form.getInputProps`. */
export function CurrencyPicker(props: Props) {
  return <Select {...props} label={t.fields.currency} data={withValue(currencies, props.value)} searchable limit={50} nothingFoundMessage={t.fields.currencyNothing} inputWrapperOrder={hintsBelow} />;
}

/** A stored value that this browser does not list is still shown. */
function withValue(list: string[], value: unknown): string[] {
  return typeof value === 'string' && value !== '' && !list.includes(value) ? [value, ...list] : list;
}
