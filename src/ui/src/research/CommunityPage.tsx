import { Anchor, Badge, Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { CardsSkeleton, Empty, formatCompact, Loaded, NetworkMark, Page, StatusMark, useMay, usePlan, WithPlan } from '../shared';
import { t } from '../texts';
import { numberOrNull, optionsOf, orNull, researchKeys, type Schemas } from './sheet';
import { SheetModal } from './SheetModal';
import { useAudiences, useGoalOptions } from './useResearch';
import { useResearchTabs } from './useTabs';

const words = t.research.community;
type Place = Schemas['CommunityPlaceView'];

export default function CommunityPage() {
  const may = useMay('editPlan');
  const { plan: chosen } = usePlan();
  const [open, setOpen] = useState<Place | 'new' | null>(null);
  return (
    <Page
      title={t.research.title}
      purpose={words.purpose}
      help={t.research.help}
      tabs={useResearchTabs()}
      action={
        may &&
        chosen && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
            {words.add}
          </Button>
        )
      }
    >
      <WithPlan>{(plan) => <Community plan={plan.id} open={open} onOpen={setOpen} />}</WithPlan>
    </Page>
  );
}

interface Opened {
  plan: string;
  open: Place | 'new' | null;
  onOpen: (place: Place | 'new' | null) => void;
}

function Community({ plan, open, onOpen: setOpen }: Opened) {
  const may = useMay('editPlan');
  const read = useRead(['research', plan, 'community'], () => answer(client.GET('/api/v1/plans/{plan}/community', { params: { path: { plan } } })));
  const remove = useCommand((place: string) => answer(client.DELETE('/api/v1/community-places/{place}', { params: { path: { place } } })), { invalidate: researchKeys(plan), done: t.research.removed });
  const add = may ? () => setOpen('new') : undefined;
  return (
    <>
      <Loaded read={read} skeleton={<CardsSkeleton />}>
        {(map) =>
          map.segments.length === 0 ? (
            <Empty title={words.emptyTitle} text={words.empty} action={add && { label: words.add, onClick: add }} />
          ) : (
            <Stack gap="lg">
              {map.unaligned.length > 0 && (
                <StatusMark tone="warn" icon={IconAlertTriangle}>
                  {words.unaligned(map.unaligned.join(', '))}
                </StatusMark>
              )}
              {map.segments.map((segment) => (
                <section key={segment.audience?.id ?? 'loose'} aria-label={segment.audience?.sheet.name ?? words.loose}>
                  <Title order={2}>{segment.audience?.sheet.name ?? words.loose}</Title>
                  {segment.audience && <Goals serves={segment.serves} />}
                  {segment.places.length === 0 && <Text c="dimmed">{words.noPlaces}</Text>}
                  <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} mt="sm">
                    {segment.places.map((place) => (
                      <Card key={place.id} withBorder padding="md" component="article">
                        <Group justify="space-between" wrap="nowrap" align="flex-start">
                          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                            {place.sheet.link ? (
                              <Anchor href={place.sheet.link} target="_blank" rel="noreferrer noopener">
                                {place.sheet.name}
                              </Anchor>
                            ) : (
                              place.sheet.name
                            )}
                          </Text>
                          <Badge variant="light" color="gray" style={{ flex: 'none' }}>
                            {words.kinds[place.sheet.kind]}
                          </Badge>
                        </Group>
                        <Group gap="xs">
                          {place.sheet.network && <NetworkMark network={place.sheet.network} />}
                          {place.sheet.size && <Text size="sm">{words.people(formatCompact(place.sheet.size))}</Text>}
                        </Group>
                        {place.sheet.needs && <Text size="sm">{place.sheet.needs}</Text>}
                        <Goals serves={place.serves} />
                        {may && (
                          <Group gap="xs" mt="xs">
                            <Button size="compact-sm" variant="default" onClick={() => setOpen(place)} aria-label={`${t.research.edit}: ${place.sheet.name}`}>
                              {t.research.edit}
                            </Button>
                            <Button size="compact-sm" variant="subtle" color="red" onClick={() => remove.mutate(place.id)} aria-label={`${t.research.remove}: ${place.sheet.name}`}>
                              {t.research.remove}
                            </Button>
                          </Group>
                        )}
                      </Card>
                    ))}
                  </SimpleGrid>
                </section>
              ))}
            </Stack>
          )
        }
      </Loaded>
      {open && <PlaceForm plan={plan} place={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
    </>
  );
}

function Goals({ serves }: { serves: Schemas['ServedGoal'][] }) {
  if (serves.length === 0)
    return (
      <StatusMark tone="warn" icon={IconAlertTriangle}>
        {words.noGoal}
      </StatusMark>
    );
  return (
    <Text size="sm" c="dimmed">
      {words.serves(serves.map((goal) => goal.title).join(', '))}
    </Text>
  );
}

function PlaceForm({ plan, place, onClose }: { plan: string; place?: Place; onClose: () => void }) {
  const goals = useGoalOptions(plan);
  const audiences = useAudiences(plan);
  const sheet = place?.sheet;
  return (
    <SheetModal
      title={place ? t.research.edit : words.add}
      fields={[
        { key: 'kind', kind: 'select', label: words.kind, options: optionsOf(words.kinds), required: true },
        { key: 'name', kind: 'text', label: words.name, required: true },
        { key: 'network', kind: 'network', label: words.network },
        { key: 'link', kind: 'text', label: words.link },
        { key: 'audience', kind: 'select', label: words.audience, options: (audiences.data ?? []).map((each) => ({ value: each.id, label: each.sheet.name })) },
        { key: 'size', kind: 'number', label: words.size },
        { key: 'needs', kind: 'long', label: words.needs },
        { key: 'rules', kind: 'long', label: words.rules },
        { key: 'goals', kind: 'multi', label: words.goals, options: goals },
      ]}
      initial={{ kind: sheet?.kind ?? 'group', name: sheet?.name ?? '', network: sheet?.network ?? '', link: sheet?.link ?? '', audience: sheet?.audience ?? null, size: sheet?.size ?? '', needs: sheet?.needs ?? '', rules: sheet?.rules ?? '', goals: sheet?.goals ?? [] }}
      invalidate={researchKeys(plan)}
      onClose={onClose}
      onSend={(values) => {
        const body = {
          sheet: {
            kind: values.kind as Schemas['PlaceKind'],
            name: values.name as string,
            network: orNull(values.network as string),
            link: orNull(values.link as string),
            audience: orNull(values.audience as string),
            size: numberOrNull(values.size),
            needs: orNull(values.needs as string),
            rules: orNull(values.rules as string),
            goals: values.goals as string[],
          },
        };
        return place ? answer(client.PUT('/api/v1/community-places/{place}', { params: { path: { place: place.id } }, body })) : answer(client.POST('/api/v1/plans/{plan}/community', { params: { path: { plan } }, body }));
      }}
    />
  );
}
