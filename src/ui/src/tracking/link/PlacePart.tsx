import { Text } from '@mantine/core';
import { answer, client, type components, useCommand } from '../../api';
import { t } from '../../texts';
import { PlaceSelect } from '../PlaceSelect';
import { placeOf } from '../place';
import { placeNames, usePlaceChoices } from '../usePlaceNames';

const words = t.tracking.links;

/** What clicks on a link count for; changed from now on. What stands in a post counts for what the post does. */
export function PlacePart({ link, may }: { link: components['schemas']['LinkView']; may: boolean }) {
  const put = (place: (typeof link)['place'], ifVersion?: number) => answer(client.PUT('/api/v1/links/{link}/place', { params: { path: { link: link.id } }, body: { place, ifVersion } }));
  const change = useCommand((id: string) => put(placeOf(id) ?? {}, link.version), {
    invalidate: [['links'], ['link', link.id], ['link-traffic', link.id], ['funnel'], ['tracking']],
    done: words.placed,
    undo: () => put(link.place),
  });
  const choices = usePlaceChoices();
  const ids = Object.values(link.place).filter((id): id is string => typeof id === 'string');
  const chosen = ids.length === 1 ? choices.find((choice) => choice.id === ids[0])?.id : undefined;
  const mayChoose = may && !link.place.variant;
  // Where one may choose, what is chosen stands in the list itself.
  if (mayChoose && choices.length > 0 && (ids.length === 0 || chosen)) return <PlaceSelect description={words.placeLater} value={chosen} onChange={(id) => change.mutate(id)} />;
  const names = placeNames(link.place, choices);
  return (
    <div>
      <Text size="xs" c="dimmed">
        {words.countsFor}
      </Text>
      {names.length === 0 && <Text>{words.countsForNothing}</Text>}
      {names.map(({ kind, title }) => (
        <Text key={kind}>{title ? words.placeName(kind, title) : kind}</Text>
      ))}
      {link.place.variant && (
        <Text size="xs" c="dimmed">
          {words.placeOfPost}
        </Text>
      )}
      {mayChoose && <PlaceSelect description={words.placeLater} onChange={(id) => change.mutate(id)} />}
    </div>
  );
}
