import { ActionIcon, Button, Group, SegmentedControl, Select, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useUrl } from '../shared';
import { t } from '../texts';
import classes from './Calendar.module.css';
import type { CalendarShape } from './CalendarPage';
import { useAccounts, useCampaigns, useThemes, useWeekStart } from './data';
import { LayerSwitches } from './LayerSwitches';
import { addDays, addMonths, monthName, shortDay, weekOf } from './days';

const words = t.calendar;

/** Which days are shown and what of them; all of it stands in the address. */
export function CalendarBar({ shape, day, today }: { shape: CalendarShape; day: string; today: string }) {
  const [, setUrl] = useUrl();
  const accounts = useAccounts();
  const themes = useThemes();
  const campaigns = useCampaigns();
  const first = weekOf(day, useWeekStart());
  const networks = [...new Set((accounts.data?.accounts ?? []).map((account) => account.network))].sort();
  const step = (by: number) => setUrl({ day: shape === 'month' ? addMonths(day, by) : addDays(day, 7 * by) });
  return (
    <div className={classes.bar}>
      <SegmentedControl
        aria-label={words.views.label}
        value={shape}
        onChange={(view) => setUrl({ view: view === 'month' ? undefined : view }, true)}
        data={(['month', 'week', 'list'] as const).map((value) => ({ value, label: words.views[value] }))}
      />
      {shape !== 'list' && (
        <>
          <Group gap={4} wrap="nowrap">
            <ActionIcon variant="default" size="lg" aria-label={words.earlier} onClick={() => step(-1)}>
              <IconChevronLeft size={16} aria-hidden />
            </ActionIcon>
            <Button variant="default" onClick={() => setUrl({ day: undefined })} disabled={day === today}>
              {words.today}
            </Button>
            <ActionIcon variant="default" size="lg" aria-label={words.later} onClick={() => step(1)}>
              <IconChevronRight size={16} aria-hidden />
            </ActionIcon>
          </Group>
          <Title order={2} aria-live="polite">
            {shape === 'month' ? monthName(day) : `${shortDay(first)} – ${shortDay(addDays(first, 6))}`}
          </Title>
        </>
      )}
      <span className={classes.grow} />
      <Filter of="network" label={words.filters.network} any={words.filters.anyNetwork} choices={networks.map((network) => ({ value: network, label: t.networks[network as keyof typeof t.networks] ?? network }))} />
      <Filter of="status" label={words.filters.status} any={words.filters.anyStatus} choices={Object.entries(t.postStatus).map(([value, label]) => ({ value, label }))} />
      {themes.length > 0 && <Filter of="theme" label={words.filters.theme} any={words.filters.anyTheme} choices={themes.map((theme) => ({ value: theme.id, label: theme.name }))} />}
      {campaigns.length > 0 && <Filter of="campaign" label={words.filters.campaign} any={words.filters.anyCampaign} choices={campaigns.map((campaign) => ({ value: campaign.id, label: campaign.name }))} />}
      {shape !== 'list' && <LayerSwitches />}
    </div>
  );
}

/** One thing by which posts are picked; nothing picked is all of them. */
function Filter({ of, label, any, choices }: { of: string; label: string; any: string; choices: { value: string; label: string }[] }) {
  const [url, setUrl] = useUrl();
  return <Select aria-label={label} placeholder={any} clearable w={172} className={classes.filter} value={url[of] ?? null} onChange={(value) => setUrl({ [of]: value ?? undefined })} data={choices} />;
}
