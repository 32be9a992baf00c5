import { Badge } from '@mantine/core';
import { t } from '../texts';

const words = t.goals;

/** A goal in plain words that nobody could check yet; says what it still lacks. */
export function DraftBadge({ lacks }: { lacks: string[] }) {
  const label = words.draftLacks(lacks.map((part) => words.draftParts[part] ?? part).join(', '));
  return (
    <Badge component="span" variant="outline" color="gray" size="sm" title={label}>
      {words.draft}
    </Badge>
  );
}
