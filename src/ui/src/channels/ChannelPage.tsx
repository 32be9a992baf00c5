import { Anchor, Box, Group, Select, Stack, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Comments, FormSkeleton, FunnelStrip, handleOn, Loaded, OwnFields, Page, Term, type TermKey, useMay } from '../shared';
import { t } from '../texts';
import { useAccountChoices } from './AddChannel';
import { CadencePart } from './CadencePart';
import { ConversationsPart } from './ConversationsPart';
import { DecisionPart } from './DecisionPart';
import { EffortPart } from './EffortPart';
import { GoalsPart } from './GoalsPart';
import { HighlightsPart } from './HighlightsPart';
import { KpisPart } from './KpisPart';
import { MissionPart } from './MissionPart';
import { MissionWatchPart } from './MissionWatchPart';
import { RelevancePart } from './RelevancePart';
import { PartMark, SheetMark } from './SheetMarks';
import { StrategyPart } from './StrategyPart';
import { ThemesPart } from './ThemesPart';
import { type Channel, type Part, useChannel, useSheetCommands } from './useChannels';

const words = t.channels;

export interface PartProps {
  channel: Channel;
  disabled: boolean;
}

const parts: Record<Part, (props: PartProps) => ReactNode> = {
  goals: GoalsPart,
  kpis: KpisPart,
  editorialStrategy: StrategyPart,
  themes: ThemesPart,
  highlights: HighlightsPart,
  conversations: ConversationsPart,
};

/** One channel: mission, account, decision and the six parts of its sheet, each saved when one leaves it. */
export default function ChannelPage() {
  const { channel } = useParams({ strict: false }) as { channel: string };
  const read = useChannel(channel);
  const disabled = !useMay('editPlan');
  return (
    <Page title={read.data?.networkLabel ?? words.channel} purpose={read.data?.handle ? handleOn(read.data.network, read.data.handle) : words.purpose} help={words.help} action={read.data && <SheetMark channel={read.data} />}>
      <Anchor renderRoot={(props) => <Link to="/channels" {...props} />} mb="md" display="inline-flex" style={{ alignItems: 'center', gap: 6 }}>
        <IconArrowLeft size={16} aria-hidden /> {words.back}
      </Anchor>
      <Loaded read={read} skeleton={<FormSkeleton fields={6} />}>
        {(data) => (
          <Stack gap="lg" maw={860}>
            <MissionPart key={`${data.mission} ${data.primaryGoal} ${data.missionThemes.join()}`} channel={data} disabled={disabled} />
            <AccountPart channel={data} disabled={disabled} />
            <DecisionPart channel={data} disabled={disabled} />
            <MissionWatchPart plan={data.plan} channel={data.id} />
            <Index channel={data} />
            <SheetPart id="relevance" title={t.candidates.relevance}>
              <RelevancePart key={JSON.stringify(data.relevance)} channel={data} disabled={disabled} />
            </SheetPart>
            <SheetPart id="cadence" title={t.cadenceAdvice.part}>
              <CadencePart channel={data} />
            </SheetPart>
            <SheetPart id="effort" title={t.portfolio.effort}>
              <EffortPart key={JSON.stringify(data.effort)} channel={data} disabled={disabled} />
            </SheetPart>
            <SheetPart id="brought" title={t.funnel.brought}>
              <FunnelStrip subject={data.id} />
            </SheetPart>
            {data.parts.map((part) => {
              const Body = parts[part.part];
              return (
                <SheetPart key={part.part} id={part.part} title={words.parts[part.part]} mark={<PartMark part={part} />} term={part.part === 'kpis' ? 'kpi' : undefined}>
                  <Body channel={data} disabled={disabled} />
                </SheetPart>
              );
            })}
            <OwnFields node={data.id} />
            <Comments node={data.id} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

/** What else the page holds, to be jumped to: the sheet is long. */
function Index({ channel }: { channel: Channel }) {
  const entries: [string, string][] = [
    ['relevance', t.candidates.relevance],
    ['cadence', t.cadenceAdvice.part],
    ['effort', t.portfolio.effort],
    ['brought', t.funnel.brought],
    ...channel.parts.map((part): [string, string] => [part.part, words.parts[part.part]]),
  ];
  return (
    <Group component="nav" gap="6px 16px" aria-label={words.onThisPage}>
      {entries.map(([id, title]) => (
        <Anchor key={id} size="sm" href={`#${id}`}>
          {title}
        </Anchor>
      ))}
    </Group>
  );
}

interface SheetPartProps {
  id: string;
  title: string;
  mark?: ReactNode;
  term?: TermKey;
  children: ReactNode;
}

/** One part of the sheet below its line, named by its heading. */
function SheetPart({ id, title, mark, term, children }: SheetPartProps) {
  return (
    <Box component="section" aria-labelledby={id} pt="lg" style={{ borderTop: '1px solid var(--bw-line)' }}>
      <Group justify="space-between" mb="sm">
        <Group gap={4} wrap="nowrap">
          <Title order={2} id={id} style={{ scrollMarginTop: 'calc(var(--bw-bar) + 16px)' }}>
            {title}
          </Title>
          {term && <Term of={term} />}
        </Group>
        {mark}
      </Group>
      {children}
    </Box>
  );
}

function AccountPart({ channel, disabled }: PartProps) {
  const { account } = useSheetCommands(channel);
  const choices = useAccountChoices(channel.network);
  return <Select label={words.account} description={words.accountHint} data={choices} value={channel.account} onChange={(id) => account.mutate(() => id)} clearable disabled={disabled} placeholder={words.noAccount} />;
}
