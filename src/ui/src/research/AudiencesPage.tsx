import { Button, Card, Group, List, SimpleGrid, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { CardsSkeleton, Empty, formatNumber, Loaded, OwnFields, Page, useMay, usePlan, WithPlan } from '../shared';
import { t } from '../texts';
import { AudienceForm, PersonaForm } from './AudienceForm';
import { Cases } from './Cases';
import { Matrix } from './Matrix';
import { Section } from './Section';
import { researchKeys, type Schemas } from './sheet';
import { Snapshots } from './Snapshots';
import { useAudiences } from './useResearch';
import { useResearchTabs } from './useTabs';

const words = t.research.audiences;
type Audience = Schemas['AudienceView'];

export default function AudiencesPage() {
  const may = useMay('editPlan');
  const { plan: chosen } = usePlan();
  const [open, setOpen] = useState<Audience | 'new' | null>(null);
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
      <WithPlan>{(plan) => <Audiences plan={plan.id} open={open} onOpen={setOpen} />}</WithPlan>
    </Page>
  );
}

interface Opened {
  plan: string;
  open: Audience | 'new' | null;
  onOpen: (audience: Audience | 'new' | null) => void;
}

function Audiences({ plan, open, onOpen: setOpen }: Opened) {
  const may = useMay('editPlan');
  const read = useAudiences(plan);
  const [persona, setPersona] = useState<{ audience: string; persona?: Schemas['PersonaView'] } | null>(null);
  const remove = useCommand((audience: string) => answer(client.DELETE('/api/v1/audiences/{audience}', { params: { path: { audience } } })), { invalidate: researchKeys(plan), done: t.research.removed });
  const add = may ? () => setOpen('new') : undefined;
  return (
    <>
      <Loaded read={read} skeleton={<CardsSkeleton />}>
        {(audiences) =>
          audiences.length === 0 ? (
            <Empty title={words.emptyTitle} text={words.empty} action={add && { label: words.add, onClick: add }} />
          ) : (
            <>
              <SimpleGrid cols={{ base: 1, md: 2 }}>
                {audiences.map((audience) => (
                  <Card key={audience.id} withBorder padding="md" component="article" aria-label={audience.sheet.name}>
                    <Title order={2} size="h3">
                      {audience.sheet.name}
                    </Title>
                    <Text size="sm" c="dimmed">
                      {[audience.sheet.segment && t.research.segments[audience.sheet.segment], audience.sheet.need && t.research.needs[audience.sheet.need], audience.sheet.size && formatNumber(audience.sheet.size)].filter(Boolean).join(' · ')}
                    </Text>
                    {audience.sheet.description && <Text>{audience.sheet.description}</Text>}
                    {(audience.sheet.needs ?? []).length > 0 && (
                      <List size="sm">
                        {(audience.sheet.needs ?? []).map((need) => (
                          <List.Item key={need}>{need}</List.Item>
                        ))}
                      </List>
                    )}
                    {audience.personas.map((each) => (
                      <Text key={each.id} size="sm" mt="xs" component="div">
                        <Button variant="transparent" p={0} h="auto" onClick={() => setPersona({ audience: audience.id, persona: each })} disabled={!may}>
                          {each.sheet.name}
                        </Button>
                        {each.sheet.who && `: ${each.sheet.who}`} {each.sheet.quote && <em>“{each.sheet.quote}”</em>}
                      </Text>
                    ))}
                    <OwnFields node={audience.id} />
                    {may && (
                      <Group gap="xs" mt="sm">
                        <Button size="compact-sm" variant="default" onClick={() => setPersona({ audience: audience.id })} aria-label={`${words.addPersona}: ${audience.sheet.name}`}>
                          {words.addPersona}
                        </Button>
                        <Button size="compact-sm" variant="default" onClick={() => setOpen(audience)} aria-label={`${t.research.edit}: ${audience.sheet.name}`}>
                          {t.research.edit}
                        </Button>
                        <Button size="compact-sm" variant="subtle" color="red" onClick={() => remove.mutate(audience.id)} aria-label={`${t.research.remove}: ${audience.sheet.name}`}>
                          {t.research.remove}
                        </Button>
                      </Group>
                    )}
                  </Card>
                ))}
              </SimpleGrid>
              <Section title={words.matrix}>
                <Matrix plan={plan} />
              </Section>
              <Section title={words.cases} text={words.caseText}>
                <Cases plan={plan} audiences={audiences} />
              </Section>
              <Snapshots plan={plan} />
            </>
          )
        }
      </Loaded>
      {open && <AudienceForm plan={plan} audience={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
      {persona && <PersonaForm plan={plan} audience={persona.audience} persona={persona.persona} onClose={() => setPersona(null)} />}
    </>
  );
}
