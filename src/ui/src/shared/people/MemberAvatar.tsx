import { Avatar, Group, Text, Tooltip } from '@mantine/core';
import { t } from '../../texts';

interface Props {
  /** Null when nobody is named. */
  name: string | null;
  size?: number;
  /** Write the name beside it. */
  withName?: boolean;
  /** True when the name already stands beside it. */
  decorative?: boolean;
}

const look = { placeholder: { background: 'var(--bw-chosen)', color: 'var(--bw-brand)' } };

export function initials(name: string): string {
  // What stands in brackets, as in “Ben (demo)”, is no name.
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

/** A person as initials; the name is said beside it or on hover. */
export function MemberAvatar({ name, size = 24, withName = false, decorative = false }: Props) {
  const said = name ?? t.people.nobody;
  const face = (
    <Avatar size={size} color={name ? 'teal' : 'gray'} variant="light" radius="xl" aria-hidden={decorative || withName} alt={said} role="img" aria-label={said} styles={name ? look : undefined}>
      {name ? initials(name) : '–'}
    </Avatar>
  );
  if (withName) {
    return (
      <Group gap={8} wrap="nowrap" component="span" display="inline-flex">
        {face}
        <Text span c={name ? undefined : 'dimmed'} truncate>
          {said}
        </Text>
      </Group>
    );
  }
  return decorative ? face : <Tooltip label={said}>{face}</Tooltip>;
}
