import { Button, Group, TextInput } from '@mantine/core';
import { type Ref, useRef, useState } from 'react';

interface Props {
  label: string;
  placeholder?: string;
  /** The label is only read out; the empty field shows the placeholder, or the label. */
  bare?: boolean;
  /** On the button; without it only Enter adds. */
  verb?: string;
  /** Adds the line; refused, the line comes back. The command says why. */
  onSend: (line: string) => Promise<unknown>;
  /** The one thing the page is for. */
  primary?: boolean;
  maxLength?: number;
  size?: 'xs' | 'sm';
  field?: Ref<HTMLInputElement>;
}

/** One line that adds one thing. The field is free for the next line at once; lines are sent in the order they were written. */
export function LineForm({ label, placeholder, bare = false, verb, onSend, primary = false, maxLength, size, field }: Props) {
  const [line, setLine] = useState('');
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const send = () => {
    const said = line.trim();
    if (said === '') return;
    setLine('');
    // Back before whatever was written since: nothing is lost, and nothing has to be typed again.
    last.current = last.current.then(() => onSend(said)).catch(() => setLine((since) => (since.trim() === '' ? said : `${said} ${since}`)));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Group align="flex-end" gap="sm" wrap={bare ? 'nowrap' : 'wrap'}>
        <TextInput
          ref={field}
          size={size}
          {...(bare ? { 'aria-label': label } : { label })}
          placeholder={placeholder ?? (bare ? label : undefined)}
          maxLength={maxLength}
          value={line}
          onChange={(event) => setLine(event.currentTarget.value)}
          style={{ flex: bare ? 1 : '1 1 240px' }}
        />
        {verb && (
          <Button type="submit" variant={primary ? 'filled' : 'default'} disabled={line.trim() === ''}>
            {verb}
          </Button>
        )}
      </Group>
    </form>
  );
}
