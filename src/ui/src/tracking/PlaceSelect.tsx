import { Select } from '@mantine/core';
import type { components } from '../api';
import { t } from '../texts';
import { placeOf } from './place';
import { usePlaceChoices } from './usePlaceNames';

type Choice = components['schemas']['WorkChoice'];
const words = t.tracking.place;

/** What a click or an order can count for, kind by kind; work that no click counts for is left out. */
export function placeGroups(choices: Choice[]) {
  const fitting = choices.filter((choice) => placeOf(choice.id) !== null);
  const kinds = [...new Set(fitting.map((choice) => choice.kind))];
  return kinds.map((kind) => ({ group: words.kinds[kind] ?? kind, items: fitting.filter((choice) => choice.kind === kind).map(({ id, title }) => ({ value: id, label: title })) }));
}

interface Props {
  description: string;
  value?: string;
  onChange: (id: string) => void;
  error?: React.ReactNode;
}

/** The goal, channel, campaign or post that clicks and orders count for, of the plan on screen; nothing where there is no plan yet. */
export function PlaceSelect({ description, value, onChange, error }: Props) {
  const groups = placeGroups(usePlaceChoices());
  if (groups.length === 0) return null;
  return (
    <Select
      label={words.label}
      description={description}
      data={groups}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      placeholder={words.none}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': words.none }}
      limit={120}
      nothingFoundMessage={words.nothing}
      error={error}
    />
  );
}
