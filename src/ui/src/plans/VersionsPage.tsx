import { Accordion, Badge, Group, List, Stack, Text, Title } from '@mantine/core';
import { answer, client, useRead } from '../api';
import { Empty, Loaded, Moment, useBrand, useUrl } from '../shared';
import { t } from '../texts';
import type { Plan } from './plan';
import { PlanFrame } from './PlanFrame';

const words = t.plans.versions;

export default function VersionsPage() {
  return <PlanFrame purpose={words.purpose}>{(plan) => <Versions plan={plan} />}</PlanFrame>;
}

function Versions({ plan }: { plan: Plan }) {
  const { zone } = useBrand();
  const [url, setUrl] = useUrl();
  const read = useRead(['versions', plan.id], () => answer(client.GET('/api/v1/plans/{plan}/versions', { params: { path: { plan: plan.id } } })));
  return (
    <Loaded read={read}>
      {(versions) =>
        versions.length === 0 ? (
          <Empty title={words.emptyTitle} text={words.empty} action={{ label: words.emptyAction, to: '/plan' }} />
        ) : (
          <Stack>
            <Pending plan={plan} />
            <Title order={2} size="h3">
              {words.title}
            </Title>
            <Accordion value={url.version ?? null} onChange={(version) => setUrl({ version: version ?? undefined })}>
              {versions.map((version) => (
                <Accordion.Item key={version.number} value={String(version.number)}>
                  <Accordion.Control>
                    <Group gap="sm">
                      <Text fw={600}>{t.plans.version(version.number)}</Text>
                      {version.inForce && <Badge variant="light">{words.inForce}</Badge>}
                      <Text size="sm" c="dimmed" component="span">
                        <Moment at={version.at} zone={zone} />, {version.by}
                      </Text>
                      {version.changes.length > 0 && <Text size="sm">{words.changes(version.changes.length)}</Text>}
                    </Group>
                  </Accordion.Control>
                  <Accordion.Panel>
                    <Stack gap="sm">
                      {version.reason && <Text>{version.reason}</Text>}
                      <Sentences sentences={version.changes} empty={t.plans.notices.baseline} />
                      {!version.inForce && url.version === String(version.number) && <Since plan={plan} number={version.number} />}
                    </Stack>
                  </Accordion.Panel>
                </Accordion.Item>
              ))}
            </Accordion>
          </Stack>
        )
      }
    </Loaded>
  );
}

function Pending({ plan }: { plan: Plan }) {
  const read = useRead(['plan-difference', plan.id], () => answer(client.GET('/api/v1/plans/{plan}/difference', { params: { path: { plan: plan.id } } })));
  return (
    <section aria-label={words.pending}>
      <Title order={2} size="h3" mb="xs">
        {words.pending}
      </Title>
      <Loaded read={read}>{(difference) => <Sentences sentences={difference.sentences} empty={words.nothingPending} />}</Loaded>
    </section>
  );
}

function Since({ plan, number }: { plan: Plan; number: number }) {
  const read = useRead(['plan-difference', plan.id, number], () =>
    answer(client.GET('/api/v1/plans/{plan}/difference', { params: { path: { plan: plan.id }, query: { from: number, to: plan.number } } })),
  );
  return (
    <div>
      <Text size="sm" c="dimmed">
        {words.compare}
      </Text>
      <Loaded read={read}>{(difference) => <Sentences sentences={difference.sentences} empty={words.same} />}</Loaded>
    </div>
  );
}

function Sentences({ sentences, empty }: { sentences: string[]; empty: string }) {
  if (sentences.length === 0) return <Text c="dimmed">{empty}</Text>;
  return (
    <List size="sm">
      {sentences.map((sentence) => (
        <List.Item key={sentence}>{sentence}</List.Item>
      ))}
    </List>
  );
}
