import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

/** Something that is shown once, with a button that copies it. */
export function CopyOnce({ value, verb, done }: { value: string; verb: string; done: string }) {
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      <TextInput readOnly value={value} aria-label={verb} flex={1} onFocus={(event) => event.currentTarget.select()} data-autofocus />
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button onClick={copy} leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}>
            {copied ? done : verb}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
