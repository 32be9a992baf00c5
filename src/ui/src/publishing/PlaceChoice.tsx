import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, client, type components, useCommand } from '../api';
import { ProblemAlert } from '../shared';
import { t } from '../texts';

const words = t.publishing.connections.signIn;

interface Props {
  account: string;
  places: components['schemas']['SignInPlace'][];
  onChosen: (connection: components['schemas']['ConnectionView']) => void;
  onClose: () => void;
}

/** One sign-in may reach several pages or boards: says which one an account posts to. */
export function PlaceChoice({ account, places, onChosen, onClose }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = useCommand((place: string) => answer(client.POST('/api/v1/accounts/{account}/connection/place', { params: { path: { account } }, body: { place } })), {
    invalidate: [['connections'], ['publications']],
    quiet: true,
    onDone: onChosen,
  });
  return (
    <Stack gap="md">
      <Radio.Group label={words.chooseLabel} value={chosen} onChange={setChosen}>
        <Stack gap="xs" mt="xs">
          {places.map((place) => (
            <Radio key={place.id} value={place.id} label={place.name} description={place.hint} />
          ))}
        </Stack>
      </Radio.Group>
      {places.length === 0 && <Text c="dimmed">{words.noPlaces}</Text>}
      <ProblemAlert problem={choose.problem} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {words.chooseLater}
        </Button>
        <Button disabled={chosen === null} loading={choose.isPending} onClick={() => chosen !== null && choose.mutate(chosen)}>
          {words.choose}
        </Button>
      </Group>
    </Stack>
  );
}
