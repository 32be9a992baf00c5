import { Textarea, TextInput } from '@mantine/core';
import { t } from '../texts';

interface TextProps {
  label: string;
  description?: string;
  placeholder?: string;
  value: string | null | undefined;
  onSave: (value: string) => void;
  disabled: boolean;
}

/** Saves when one leaves it and something changed. */
export function ShortText({ value, onSave, ...rest }: TextProps) {
  return <TextInput {...rest} key={value} defaultValue={value ?? ''} onBlur={({ currentTarget }) => currentTarget.value.trim() !== (value ?? '') && onSave(currentTarget.value.trim())} />;
}

/** The same for more than a line. */
export function LongText({ value, onSave, ...rest }: TextProps) {
  return <Textarea {...rest} key={value} autosize minRows={2} defaultValue={value ?? ''} onBlur={({ currentTarget }) => currentTarget.value.trim() !== (value ?? '') && onSave(currentTarget.value.trim())} />;
}

/** What the fields of an account are called on a network; an address of one's own has neither handle nor profile. */
export const asksOf = (network: string): Pick<typeof t.audits, 'handle' | 'handleHint' | 'url' | 'purposeHint'> => (network === 'webhook' ? t.audits.webhook : t.audits);

/** A closed list of words as the choices of a Select. */
export const options = (texts: Record<string, string>) => Object.entries(texts).map(([value, label]) => ({ value, label }));
