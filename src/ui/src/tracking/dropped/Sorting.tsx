import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../../api';
import { formatNumber, FormSkeleton, Loaded, useBrand, useMay } from '../../shared';
import { t } from '../../texts';

const words = t.sites.dropped;
const groupOf = (group: string) => t.tracking.groups[group] ?? group;
const whole = (value: number) => formatNumber(value, 0);

/** Sorting history by the rules of today: first what would change, then the change. */
export function Sorting() {
  const brand = useBrand();
  const may = useMay('administer');
  const [looks, setLooks] = useState(false);
  const path = { params: { path: { brand: brand.id } } };
  const read = useRead(['sorting', brand.id], () => answer(client.GET('/api/v1/brands/{brand}/tracking/sorting', path)), { enabled: looks });
  const apply = useCommand(() => answer(client.POST('/api/v1/brands/{brand}/tracking/sorting', path)), {
    invalidate: [['sorting', brand.id], ['tracking', brand.id], ['site-visits', brand.id], ['dropped', brand.id]],
    done: (_, sorted) => (sorted.differing === 0 ? words.applied : words.appliedDiffering(sorted.differing)),
  });
  return (
    <section>
      <Title order={2} mb="sm">
        {words.sortTitle}
      </Title>
      <Stack gap="sm" align="flex-start">
        <Text maw={680}>{words.sortText}</Text>
        {!looks && (
          <Button variant="default" onClick={() => setLooks(true)}>
            {words.look}
          </Button>
        )}
        {looks && (
          <Loaded read={read} skeleton={<FormSkeleton />}>
            {(look) => (
              <Stack gap="sm" align="flex-start">
                {look.changes.length === 0 ? (
                  <Alert variant="light" color="gray">
                    {words.nothing}
                  </Alert>
                ) : (
                  <List>
                    {look.changes.map((change) => (
                      <List.Item key={`${change.from} ${change.to}`}>
                        {words.moves(groupOf(change.from), groupOf(change.to))}: {whole(change.clicks + change.siteEvents)} {t.tracking.hits.toLowerCase()}
                      </List.Item>
                    ))}
                  </List>
                )}
                {look.older > 0 && <Text c="dimmed">{words.older(whole(look.older), whole(look.hits))}</Text>}
                {may && (look.changes.length > 0 || look.older > 0) && (
                  <Group>
                    <Button onClick={() => apply.mutate()} loading={apply.isPending}>
                      {words.apply}
                    </Button>
                  </Group>
                )}
              </Stack>
            )}
          </Loaded>
        )}
      </Stack>
    </section>
  );
}
