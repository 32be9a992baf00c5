import { Text } from '@mantine/core';
import { answer, client, type components, useCommand } from '../../api';
import { t } from '../../texts';
import { PlaceSelect } from '../PlaceSelect';
import { placeOf } from '../place';

const words = t.tracking.links;

/** What clicks on a link count for; changed from now on. What stands in a post counts for what the post does. */
export function PlacePart({ link, may }: { link: components['schemas']['LinkView']; may: boolean }) {
  const put = (place: (typeof link)['place'], ifVersion?: number) => answer(client.PUT('/api/v1/links/{link}/place', { params: { path: { link: link.id } }, body: { place, ifVersion } }));
  const change = useCommand((id: string) => put(placeOf(id) ?? {}, link.version), {
    invalidate: [['links'], ['link', link.id], ['link-traffic', link.id], ['funnel'], ['tracking']],
    done: words.placed,
    undo: () => put(link.place),
  });
  const ids = Object.values(link.place).filter((id): id is string => typeof id === 'string');
  const kinds = Object.entries(link.place).flatMap(([kind, id]) => (typeof id === 'string' ? [words.places[kind]] : []));
  return (
    <div>
      <Text size="xs" c="dimmed">
        {words.countsFor}
      </Text>
      <Text>{kinds.length === 0 ? words.countsForNothing : kinds.join(', ')}</Text>
      {link.place.variant ? (
        <Text size="xs" c="dimmed">
          {words.placeOfPost}
        </Text>
      ) : (
        may && <PlaceSelect description={words.placeLater} value={ids.length === 1 ? ids[0] : undefined} onChange={(id) => change.mutate(id)} />
      )}
    </div>
  );
}
