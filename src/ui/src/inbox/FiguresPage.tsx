import { SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { answer, client, type components, useRead } from '../api';
import { Empty, Figure, formatNumber, formatPercent, Loaded, Page, useBrand, useUrl } from '../shared';
import { t } from '../texts';
import { BySeverity } from './BySeverity';
import { ByWeek } from './ByWeek';
import { spanInWords, useSla } from './inbox';
import { SlaForm } from './SlaForm';
import { inboxTabs } from './tabs';

const words = t.inbox.figures;
type Figures = components['schemas']['CareFiguresView'];

/** How long people waited, how often promises were kept, and what is promised. */
export default function FiguresPage() {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const days = url.days && url.days in words.days ? url.days : '90';
  const sla = useSla(brand.id);
  const read = useRead(['inbox', 'figures', brand.id, days], () => answer(client.GET('/api/v1/brands/{brand}/inbox/figures', { params: { path: { brand: brand.id }, query: { days: Number(days) } } })), { keep: true });
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={inboxTabs}>
      <Stack gap="xl" align="stretch">
        <SegmentedControl
          aria-label={words.range}
          value={days}
          onChange={(value) => setUrl({ days: value === '90' ? undefined : value })}
          data={Object.entries(words.days).map(([value, label]) => ({ value, label }))}
          style={{ alignSelf: 'flex-start' }}
        />
        <Loaded read={read}>{(figures) => (figures.why ? <Empty title={words.emptyTitle} text={figures.why} action={{ label: t.inbox.title, to: '/inbox' as never }} /> : <All figures={figures} day={sla.data?.dayMinutes ?? 540} />)}</Loaded>
        <Loaded read={sla}>{(terms) => <SlaForm key={JSON.stringify(terms)} sla={terms} />}</Loaded>
      </Stack>
    </Page>
  );
}

function All({ figures, day }: { figures: Figures; day: number }) {
  const { all } = figures;
  const span = (minutes: number) => spanInWords(minutes, day);
  const whole = (value: number) => formatNumber(value, 0);
  return (
    <Stack gap="xl" align="stretch">
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="lg">
        <One label={words.firstAnswer}>
          <Figure value={all.firstAnswer} format={span} n={all.answered} reason={words.noAnswer} />
        </One>
        <One label={words.kept}>
          <Figure value={all.answers.share} format={formatPercent} n={all.answers.judged} reason={words.noJudged} />
        </One>
        <One label={words.resolution}>
          <Figure value={all.resolution} format={span} n={all.resolved} reason={words.noResolution} />
        </One>
        <One label={words.settled}>
          <Figure value={all.resolutions.share} format={formatPercent} n={all.resolutions.judged} reason={words.noJudged} />
        </One>
        <One label={words.open}>
          <Figure value={all.open} format={whole} />
        </One>
        <One label={words.overdue}>
          <Figure value={all.overdue} format={whole} />
        </One>
      </SimpleGrid>
      <BySeverity figures={figures.bySeverity} day={day} />
      <ByWeek weeks={figures.weeks} day={day} />
    </Stack>
  );
}

function One({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="div" size="lg" fw={600} className="figures">
        {children}
      </Text>
    </div>
  );
}
