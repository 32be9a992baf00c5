import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { t } from '../../texts';

interface Props {
  value: string | null;
  min?: string;
  onPick: (date: string | null) => void;
}

/** A month to choose a day from; loaded when somebody first opens one. */
export default function DayPicker({ value, min, onPick }: Props) {
  return <DatePicker value={value} defaultDate={value ?? undefined} minDate={min} hideOutsideDates onChange={onPick} ariaLabels={t.fields.calendar} />;
}
