import { Anchor, Text } from '@mantine/core';
import { formatMoment, timeOf, useBrand } from '../shared';
import { t } from '../texts';
import type { Composer } from './useComposer';

const words = t.writing;

/** Whether what is typed is safe: saved, kept, or not yet; and who else writes on the same post. */
export function KeptLine({ composer }: { composer: Composer }) {
  const brand = useBrand();
  const { stored, dirty, kept } = composer;
  if (!stored && !dirty) return null;
  return (
    <>
      <Text size="xs" c="dimmed">
        {!dirty ? t.calendar.composer.savedAt : kept.at ? (stored ? words.kept(timeOf(new Date(kept.at), brand.zone)) : words.keptHere(timeOf(new Date(kept.at), brand.zone))) : t.calendar.composer.unsaved}
        {kept.restoredAt && ` ${words.restored(formatMoment(kept.restoredAt, brand.zone))}`}
        {dirty && kept.at && (
          <>
            {' '}
            <Anchor component="button" type="button" size="xs" underline="always" onClick={composer.discard}>
              {words.discard}
            </Anchor>
          </>
        )}
      </Text>
      {kept.others.map((other) => (
        <Text key={other.member} size="xs" fw={600}>
          {words.other(other.by, timeOf(new Date(other.keptAt), brand.zone))}
        </Text>
      ))}
    </>
  );
}
