import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { Term, type TermKey } from '../shared';

interface Props {
  title: string;
  text?: string;
  /** A word of the trade that is explained beside the heading. */
  term?: TermKey;
  action?: ReactNode;
  children: ReactNode;
}

/** A part of a page with its heading and its one action. */
export function Section({ title, text, term, action, children }: Props) {
  const id = useId();
  return (
    <Stack gap="sm" component="section" aria-labelledby={id} mt="xl">
      <Group justify="space-between" align="flex-end">
        <div>
          <Group gap={4} wrap="nowrap">
            <Title order={2} id={id}>
              {title}
            </Title>
            {term && <Term of={term} />}
          </Group>
          {text && <Text c="dimmed">{text}</Text>}
        </div>
        {action}
      </Group>
      {children}
    </Stack>
  );
}
