import { Group, NativeSelect } from '@mantine/core';
import { useBrand } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { t } from '../texts';
import type { ImportMapping, ImportPreview, MeasureSubject } from './importing';

const words = t.imports;
const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

interface Props {
  preview: ImportPreview;
  mapping: ImportMapping;
  subjects: MeasureSubject[];
  onChange: (mapping: ImportMapping) => void;
}

/** What holds for the whole file: whose numbers, how long the periods are, how numbers and dates are written. */
export function MappingSettings({ preview, mapping, subjects, onChange }: Props) {
  const brand = useBrand();
  const dated = mapping.tables.some((table) => table.date !== null);
  const way = mapping.tables.find((table) => table.way !== null)?.way;
  return (
    <Group gap="md" align="flex-end">
      <NativeSelect
        label={words.subject}
        value={mapping.subject ?? brand.id}
        onChange={(event) => onChange({ ...mapping, subject: event.currentTarget.value })}
        data={subjects.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <NativeSelect
        label={words.length}
        value={mapping.length}
        onChange={(event) => onChange({ ...mapping, length: event.currentTarget.value as ImportMapping['length'] })}
        data={options(dated ? (({ toDate: _, ...others }) => others)(words.lengths) : words.lengths)}
      />
      {!dated && (
        <DateField required label={words.start} description={words.startHint} value={mapping.start ?? ''} onChange={(start) => onChange({ ...mapping, start: start || null })} />
      )}
      <NativeSelect label={words.locale} value={mapping.locale} onChange={(event) => onChange({ ...mapping, locale: event.currentTarget.value })} data={options({ [mapping.locale]: mapping.locale, ...words.locales })} />
      {dated && way && (
        <NativeSelect
          label={words.way}
          value={way}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onChange({ ...mapping, tables: mapping.tables.map((table) => (table.date === null ? table : { ...table, way: chosen })) });
          }}
          data={preview.ways}
        />
      )}
    </Group>
  );
}
