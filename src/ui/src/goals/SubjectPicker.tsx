import { Select } from '@mantine/core';
import { answer, client, useRead } from '../api';
import { useBrand } from '../shared';
import { t } from '../texts';

interface Props {
  value: string | null;
  onChange: (subject: string | null) => void;
  label?: string;
}

/** Of what a number is: the brand as a whole, one of its accounts, or whatever has numbers already. */
export function SubjectPicker({ value, onChange, label = t.foresight.subject }: Props) {
  const brand = useBrand();
  const read = useRead(['subjects', brand.id], () => answer(client.GET('/api/v1/numbers/subjects', { params: { query: { brand: brand.id } } })));
  const data = (read.data ?? []).map((subject) => ({ value: subject.id, label: subject.name }));
  const known = value === null || data.some((one) => one.value === value) ? data : [...data, { value, label: value }];
  return <Select label={label} description={t.foresight.subjectHint} clearable searchable data={known} value={value} onChange={(subject) => onChange(subject === brand.id ? null : subject)} />;
}
