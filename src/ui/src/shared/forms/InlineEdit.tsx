import { TextInput, UnstyledButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { t } from '../../texts';
import classes from './InlineEdit.module.css';

interface Props {
  /** What is edited: "title". */
  label: string;
  value: string;
  /** Called when the text changed. */
  onSave: (value: string) => unknown;
  /** Shown while the text is empty. */
  placeholder?: string;
  disabled?: boolean;
  required?: boolean;
}

/** A text that becomes a field when clicked. Enter or leaving saves, Escape takes it back. */
export function InlineEdit({ label, value, onSave, placeholder, disabled = false, required = true }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);

  const finish = (text: string | null) => {
    if (draft === null) return;
    setDraft(null);
    const next = text?.trim();
    if (next === undefined || next === value || (required && next === '')) return;
    onSave(next);
  };

  if (disabled) return <span>{value || placeholder}</span>;
  if (draft === null) {
    return (
      <UnstyledButton ref={button} className={classes.text} onClick={() => setDraft(value)} aria-label={t.inline.edit(label, value || placeholder || '')}>
        {value || <span className={classes.empty}>{placeholder}</span>}
      </UnstyledButton>
    );
  }
  return (
    <TextInput
      autoFocus
      size="sm"
      aria-label={label}
      title={t.inline.hint}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => finish(draft)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(draft);
        if (event.key === 'Escape') {
          event.stopPropagation();
          finish(null);
        }
        if (event.key === 'Enter' || event.key === 'Escape') setTimeout(() => button.current?.focus());
      }}
    />
  );
}
