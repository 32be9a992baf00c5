import { Group, Select } from '@mantine/core';
import { useUrl } from '../../shared';
import { DateField } from '../../shared/forms/DateField';
import { t } from '../../texts';

const words = t.reports.compare;

/** With what the days are compared; days of one's own choice are asked for. */
export function CompareWith() {
  const [url, setUrl] = useUrl();
  const way = url.with && url.with in words.ways ? url.with : 'none';
  return (
    <Group gap="xs" align="flex-end">
      <Select
        label={words.label}
        w={220}
        value={way}
        allowDeselect={false}
        onChange={(value) => setUrl({ with: value === 'none' ? undefined : (value ?? undefined), thenFrom: undefined, thenUntil: undefined })}
        data={Object.entries(words.ways).map(([value, label]) => ({ value, label }))}
      />
      {way === 'chosen' && (
        <>
          <DateField label={words.from} w={160} value={url.thenFrom ?? ''} onChange={(day) => setUrl({ thenFrom: day || undefined })} />
          <DateField label={words.until} w={160} value={url.thenUntil ?? ''} onChange={(day) => setUrl({ thenUntil: day || undefined })} />
        </>
      )}
    </Group>
  );
}
