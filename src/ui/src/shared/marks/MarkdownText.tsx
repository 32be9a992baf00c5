import { Text, type TextProps } from '@mantine/core';

/** Text that people wrote, with its line breaks and nothing else: markup in it stays text. */
export function MarkdownText({ children, ...rest }: { children: string } & TextProps) {
  return (
    <Text {...rest} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {children}
    </Text>
  );
}
