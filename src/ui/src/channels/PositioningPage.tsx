import { Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { FormSkeleton, Loaded, Page, StatusMark, useMay, WithPlan } from '../shared';
import { t } from '../texts';
import { ClaimsPart } from './ClaimsPart';
import { GuidePart } from './GuidePart';
import { PositionForm } from './PositionForm';
import { RivalsPart } from './RivalsPart';
import { StartersPart } from './StartersPart';
import { channelTabs } from './tabs';
import { type Positioning, usePositioning } from './usePositioning';
import { WordsPart } from './WordsPart';

const words = t.positioning;
const looks = { passes: { tone: 'good', icon: IconCircleCheck }, warns: { tone: 'warn', icon: IconAlertTriangle }, cannotTell: { tone: 'calm', icon: IconCircleDashed } } as const;

/** Who the brand is on social networks. */
export default function PositioningPage() {
  return (
    <Page title={t.channels.title} purpose={words.purpose} help={words.help} tabs={channelTabs}>
      <WithPlan skeleton={<FormSkeleton fields={6} />}>{(plan) => <Sheet plan={plan.id} open={plan.status !== 'closed'} />}</WithPlan>
    </Page>
  );
}

function Sheet({ plan, open }: { plan: string; open: boolean }) {
  const read = usePositioning(plan);
  const disabled = !useMay('editPlan') || !open;
  return (
    <Loaded read={read} skeleton={<FormSkeleton fields={6} />}>
      {(data) => (
        <Stack gap="xl" maw={860}>
          <Checks checks={data.checks} />
          <Part title={words.position}>
            <PositionForm key={data.version} position={data} disabled={disabled} />
          </Part>
          <Part title={words.claims}>
            <ClaimsPart position={data} disabled={disabled} />
          </Part>
          <Part title={words.starters}>
            <StartersPart position={data} disabled={disabled} />
          </Part>
          <Part title={words.words}>
            <WordsPart disabled={disabled} />
          </Part>
          <Part title={words.guide}>
            <GuidePart key={data.version} position={data} disabled={disabled} />
          </Part>
          <Part title={words.rivals}>
            <RivalsPart position={data} disabled={disabled} />
          </Part>
        </Stack>
      )}
    </Loaded>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}

function Checks({ checks }: { checks: Positioning['checks'] }) {
  return (
    <section aria-label={words.checks}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg">
        {checks.map((check) => (
          <div key={check.trait}>
            <Group gap="xs" mb={2}>
              <Text fw={600}>{words.traits[check.trait]}</Text>
              <StatusMark {...looks[check.result]}>{words.results[check.result]}</StatusMark>
            </Group>
            <Text size="xs" c="dimmed">
              {check.message}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </section>
  );
}
