import { Anchor, Box, Group, Select, Stack, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Comments, FormSkeleton, FunnelStrip, Loaded, Page, useMay } from '../shared';
import { t } from '../texts';
import { useAccountChoices } from './AddChannel';
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

/** One channel: mission, account, decision and the six parts of its sheet, each saved on its own. */
export default function ChannelPage() {
  const { channel } = useParams({ strict: false }) as { channel: string };
  const read = useChannel(channel);
  const disabled = !useMay('editPlan');
  return (
    <Page title={read.data?.networkLabel ?? words.channel} purpose={read.data?.handle ?? words.purpose} help={words.help} action={read.data && <SheetMark channel={read.data} />}>
      <Anchor renderRoot={(props) => <Link to="/channels" {...props} />} mb="md" display="inline-flex" style={{ alignItems: 'center', gap: 6 }}>
        <IconArrowLeft size={16} aria-hidden /> {words.back}
      </Anchor>
      <Loaded read={read} skeleton={<FormSkeleton fields={6} />}>
        {(data) => (
          <Stack gap="lg" maw={860}>
            <MissionPart key={`${data.mission} ${data.primaryGoal}`} channel={data} disabled={disabled} />
            <AccountPart channel={data} disabled={disabled} />
            <DecisionPart channel={data} disabled={disabled} />
            <MissionWatchPart plan={data.plan} channel={data.id} />
            <Box component="section" aria-labelledby="relevance">
              <Title order={2} id="relevance" mb="sm">
                {t.candidates.relevance}
              </Title>
              <RelevancePart key={JSON.stringify(data.relevance)} channel={data} disabled={disabled} />
            </Box>
            <Box component="section" aria-labelledby="effort">
              <Title order={2} id="effort" mb="sm">
                {t.portfolio.effort}
              </Title>
              <EffortPart key={JSON.stringify(data.effort)} channel={data} disabled={disabled} />
            </Box>
            <Box component="section" aria-labelledby="brought">
              <Title order={2} id="brought" mb="sm">
                {t.funnel.brought}
              </Title>
              <FunnelStrip subject={data.id} />
            </Box>
            {data.parts.map((part) => {
              const Body = parts[part.part];
              return (
                <Box component="section" key={part.part} aria-labelledby={part.part} pt="lg" style={{ borderTop: '1px solid var(--bw-line)' }}>
                  <Group justify="space-between" mb="sm">
                    <Title order={2} id={part.part}>
                      {words.parts[part.part]}
                    </Title>
                    <PartMark part={part} />
                  </Group>
                  <Body channel={data} disabled={disabled} />
                </Box>
              );
            })}
            <Comments node={data.id} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function AccountPart({ channel, disabled }: PartProps) {
  const { account } = useSheetCommands(channel);
  const choices = useAccountChoices(channel.network);
  return <Select label={words.account} description={words.accountHint} data={choices} value={channel.account} onChange={(id) => account.mutate(() => id)} clearable disabled={disabled} placeholder={words.noAccount} />;
}
