import { Anchor, Button, Group, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconChecklist } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import type { To } from '../menu';
import { type Column, DataTable, Empty, Figure, type Filter, formatNumber, formatPercent, Loaded, Page, type PlanLine, StatusMark, useMay, WithPlan } from '../shared';
import { t } from '../texts';
import { ProfileForm } from './ProfileForm';
import { Section } from './Section';
import { optionsOf, researchKeys, type Schemas } from './sheet';
import { useDepartments, useResearchTabs } from './useTabs';

const words = t.research.overview;
type Gap = Schemas['ResearchGap'];
const filters: Filter<Gap>[] = [{ key: 'kind', label: words.kind, options: optionsOf(words.kinds), test: (gap, value) => gap.kind === value }];

export default function OverviewPage() {
  return (
    <Page title={t.research.title} purpose={t.research.purpose} help={t.research.help} tabs={useResearchTabs()}>
      <WithPlan>{(plan) => <Overview plan={plan} />}</WithPlan>
    </Page>
  );
}

function Overview({ plan }: { plan: PlanLine }) {
  const may = useMay('editPlan');
  const [profile, setProfile] = useState(false);
  const alone = useDepartments(plan.id).data?.hidden ?? false;
  const params = { path: { plan: plan.id } };
  const read = useRead(['research', plan.id, 'overview'], () => answer(client.GET('/api/v1/plans/{plan}/research', { params })));
  const organisation = useRead(['research', plan.id, 'profile'], () => answer(client.GET('/api/v1/plans/{plan}/research/profile', { params })));
  const work = useCommand((gaps: string[]) => answer(client.POST('/api/v1/plans/{plan}/research/steps', { params, body: { gaps } })), {
    invalidate: [...researchKeys(plan.id), ['actions'], ['work']],
    done: (_, made) => words.made(made.made),
  });
  const columns: Column<Gap>[] = [
    { key: 'message', title: words.gap, cell: (gap) => gap.message, primary: true },
    { key: 'kind', title: words.kind, cell: (gap) => <span style={{ whiteSpace: 'nowrap' }}>{words.kinds[gap.kind]}</span>, sort: (gap) => words.kinds[gap.kind], hideBelow: 720 },
    {
      key: 'go',
      title: words.go,
      hideTitle: true,
      cell: (gap) => (
        <Anchor renderRoot={(props) => <Link to={gap.path.split('?')[0] as To} search={Object.fromEntries(new URLSearchParams(gap.path.split('?')[1] ?? '')) as never} {...props} />} aria-label={`${words.go}: ${gap.message}`}>
          {words.go}
        </Anchor>
      ),
    },
    {
      key: 'work',
      title: words.work,
      cell: (gap) =>
        gap.action ? (
          <StatusMark tone="good" icon={IconChecklist}>
            {words.working}
          </StatusMark>
        ) : (
          may && (
            <Button size="compact-sm" variant="default" loading={work.isPending && work.variables.length === 1 && work.variables[0] === gap.key} onClick={() => work.mutate([gap.key])} aria-label={`${words.make}: ${gap.message}`}>
              {words.make}
            </Button>
          )
        ),
    },
  ];
  return (
    <Loaded read={read}>
      {(view) => (
        <>
          <SimpleGrid cols={{ base: 2, sm: 3, md: alone ? 4 : 5 }}>
            <Tile label={words.findings}>{formatNumber(view.findings)}</Tile>
            {!alone && <Tile label={words.heard}>{words.of(view.heard, view.departments)}</Tile>}
            <Tile label={words.cited}>
              <Figure value={view.citedShare} format={formatPercent} reason={words.citedNone} />
            </Tile>
            <Tile label={words.audiences}>{formatNumber(view.audiences)}</Tile>
            <Tile label={words.answers}>{formatNumber(view.surveyAnswers)}</Tile>
          </SimpleGrid>
          <Section
            title={words.gaps}
            action={
              may &&
              view.unworked > 1 && (
                <Button variant="default" loading={work.isPending && work.variables.length > 1} onClick={() => work.mutate(view.gaps.filter((gap) => !gap.action).map((gap) => gap.key))}>
                  {words.makeAll}
                </Button>
              )
            }
          >
            <DataTable
              label={words.gaps}
              rows={view.gaps}
              columns={columns}
              filters={filters}
              rowKey={(gap) => gap.key}
              rowName={(gap) => gap.message}
              empty={<Empty title={words.allClosed} text={words.allClosedText} action={{ label: words.closeIt, to: '/research/dossier' as To }} />}
            />
          </Section>
          <Section title={words.profile} text={words.profileText} action={may && organisation.data && <Button variant="default" onClick={() => setProfile(true)}>{t.research.edit}</Button>}>
            <Loaded read={organisation}>
              {(about) => (
                <Stack gap="xs">
                  {about.warnings.map((warning) => (
                    <StatusMark key={warning} tone="warn" icon={IconAlertTriangle}>
                      {warning}
                    </StatusMark>
                  ))}
                  {about.templates.length > 0 && (
                    <>
                      <Text fw={600}>{words.templates}</Text>
                      <List>
                        {about.templates.slice(0, 3).map((template) => (
                          <List.Item key={template.key}>
                            {template.title} ({template.because})
                          </List.Item>
                        ))}
                      </List>
                    </>
                  )}
                  {profile && <ProfileForm plan={plan.id} sheet={about.sheet} onClose={() => setProfile(false)} />}
                </Stack>
              )}
            </Loaded>
          </Section>
        </>
      )}
    </Loaded>
  );
}

function Tile({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Group gap={0} align="flex-start" style={{ flexDirection: 'column' }}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={600} component="div" className="figures">
        {children}
      </Text>
    </Group>
  );
}
