import { Textarea, TextInput } from '@mantine/core';

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

/** A closed list of words as the choices of a Select. */
export const options = (texts: Record<string, string>) => Object.entries(texts).map(([value, label]) => ({ value, label }));
