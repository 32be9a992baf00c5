import { Alert, Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../../api';
import { Loaded, Moment, useBrand, useMay } from '../../shared';
import { t } from '../../texts';

const words = t.scheduling.files;

/** Secret addresses for calendar programs. */
export function Feeds() {
  const brand = useBrand();
  const mayMake = useMay('takePart');
  const query = { brand: brand.id };
  const feeds = useRead(['feeds', query], () => answer(client.GET('/api/v1/calendar/feeds', { params: { query } })));
  const [shown, setShown] = useState<{ own: boolean; address: string } | null>(null);
  const make = useCommand((own: boolean) => answer(client.POST('/api/v1/calendar/feeds', { body: { brand: brand.id, own } })), {
    invalidate: [['feeds']],
    onDone: (made, own) => setShown({ own, address: window.location.origin + made.path }),
  });
  const end = useCommand((feed: string) => answer(client.DELETE('/api/v1/calendar/feeds/{feed}', { params: { path: { feed } } })), { invalidate: [['feeds']], done: words.ended, onDone: () => setShown(null) });
  return (
    <Stack gap="sm">
      <Text size="sm" maw={640}>
        {words.feedText}
      </Text>
      <Loaded read={feeds} skeleton={null}>
        {(all) =>
          [false, true].map((own) => {
            const feed = all.find((each) => each.mine && each.own === own);
            return (
              <div key={String(own)}>
                <Group gap="xs">
                  <Text size="sm" fw={500} w={230}>
                    {own ? words.feedOwn : words.feedBrand}
                  </Text>
                  {feed && (
                    <Text size="sm" c="dimmed">
                      {words.since('')}
                      <Moment at={feed.renewedAt} zone={brand.zone} />
                    </Text>
                  )}
                  {mayMake && (
                    <Button size="compact-sm" variant="default" loading={make.isPending && make.variables === own} onClick={() => make.mutate(own)}>
                      {feed ? words.renew : words.make}
                    </Button>
                  )}
                  {feed && (
                    <Button size="compact-sm" variant="subtle" color="red" onClick={() => end.mutate(feed.id)}>
                      {words.end}
                    </Button>
                  )}
                </Group>
                {shown?.own === own && (
                  <Alert color="teal" mt="xs" maw={640}>
                    <Stack gap="xs">
                      <TextInput aria-label={own ? words.feedOwn : words.feedBrand} readOnly value={shown.address} onFocus={(event) => event.currentTarget.select()} />
                      <Group gap="xs">
                        <CopyButton value={shown.address}>
                          {({ copied, copy }) => (
                            <Button size="compact-sm" onClick={copy}>
                              {copied ? words.copied : words.copy}
                            </Button>
                          )}
                        </CopyButton>
                        <Text size="xs">{words.shownOnce}</Text>
                      </Group>
                    </Stack>
                  </Alert>
                )}
              </div>
            );
          })
        }
      </Loaded>
    </Stack>
  );
}
