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
  const [url, setUrl] = useUrl();
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
      <Select
        aria-label={words.filters.network}
        placeholder={words.filters.anyNetwork}
        clearable
        w={156}
        className={classes.filter}
        value={url.network ?? null}
        onChange={(network) => setUrl({ network: network ?? undefined })}
        data={networks.map((network) => ({ value: network, label: t.networks[network as keyof typeof t.networks] ?? network }))}
      />
      <Select
        aria-label={words.filters.status}
        placeholder={words.filters.anyStatus}
        clearable
        w={142}
        className={classes.filter}
        value={url.status ?? null}
        onChange={(status) => setUrl({ status: status ?? undefined })}
        data={Object.entries(t.postStatus).map(([value, label]) => ({ value, label }))}
      />
      {themes.length > 0 && (
        <Select
          aria-label={words.filters.theme}
          placeholder={words.filters.anyTheme}
          clearable
          w={140}
          className={classes.filter}
          value={url.theme ?? null}
          onChange={(theme) => setUrl({ theme: theme ?? undefined })}
          data={themes.map((theme) => ({ value: theme.id, label: theme.name }))}
        />
      )}
      {campaigns.length > 0 && (
        <Select
          aria-label={words.filters.campaign}
          placeholder={words.filters.anyCampaign}
          clearable
          w={176}
          className={classes.filter}
          value={url.campaign ?? null}
          onChange={(campaign) => setUrl({ campaign: campaign ?? undefined })}
          data={campaigns.map((campaign) => ({ value: campaign.id, label: campaign.name }))}
        />
      )}
      {shape !== 'list' && <LayerSwitches />}
    </div>
  );
}
