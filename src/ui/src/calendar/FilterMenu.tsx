import { Button, Popover, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { handleOn, usePeople, useUrl } from '../shared';
import { t } from '../texts';
import classes from './Calendar.module.css';
import { useAccounts, useCampaigns, useGoals, useThemes } from './data';
import { filterKeys, useFilters } from './filters';

const words = t.calendar.filters;
const more = t.scheduling.filters;

/** Everything by which posts are picked, the same in every view; what is picked stands in the address. */
export function FilterMenu() {
  const [, setUrl] = useUrl();
  const filters = useFilters();
  const accounts = useAccounts().data?.accounts ?? [];
  const themes = useThemes();
  const campaigns = useCampaigns();
  const goals = useGoals().data ?? [];
  const { people } = usePeople();
  const networks = [...new Set(accounts.map((account) => account.network))].sort();
  const picked = filterKeys.filter((key) => key !== 'text' && filters[key]).length;
  return (
    <>
      <Search />
      <Popover position="bottom-end" trapFocus withinPortal>
        <Popover.Target>
          <Button variant={picked > 0 ? 'light' : 'default'} leftSection={<IconFilter size={16} aria-hidden />}>
            {picked > 0 ? more.openSome(picked) : more.open}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="xs" w={260}>
            <Pick of="network" label={words.network} any={words.anyNetwork} choices={networks.map((network) => ({ value: network, label: t.networks[network as keyof typeof t.networks] ?? network }))} />
            <Pick of="account" label={more.account} any={more.anyAccount} choices={accounts.map((account) => ({ value: account.id, label: handleOn(account.network, account.handle) }))} />
            <Pick of="status" label={words.status} any={words.anyStatus} choices={Object.entries(t.postStatus).map(([value, label]) => ({ value, label }))} />
            {themes.length > 0 && <Pick of="theme" label={words.theme} any={words.anyTheme} choices={themes.map((theme) => ({ value: theme.id, label: theme.name }))} />}
            {campaigns.length > 0 && <Pick of="campaign" label={words.campaign} any={words.anyCampaign} choices={campaigns.map((campaign) => ({ value: campaign.id, label: campaign.name }))} />}
            {goals.length > 0 && <Pick of="goal" label={more.goal} any={more.anyGoal} choices={goals.map((goal) => ({ value: goal.id, label: goal.title }))} />}
            <Pick of="author" label={more.author} any={more.anyAuthor} choices={people.map((person) => ({ value: person.id, label: person.name }))} />
            {picked > 0 && (
              <Button variant="subtle" size="compact-sm" onClick={() => setUrl(Object.fromEntries(filterKeys.map((key) => [key, undefined])))}>
                {more.clear}
              </Button>
            )}
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

/** One thing by which posts are picked; nothing picked is all of them. */
function Pick({ of, label, any, choices }: { of: (typeof filterKeys)[number]; label: string; any: string; choices: { value: string; label: string }[] }) {
  const [url, setUrl] = useUrl();
  return <Select label={label} placeholder={any} clearable searchable={choices.length > 8} comboboxProps={{ withinPortal: false }} value={url[of] ?? null} onChange={(value) => setUrl({ [of]: value ?? undefined })} data={choices} />;
}

/** Words in posts; the address follows a moment after the typing. */
function Search() {
  const [url, setUrl] = useUrl();
  const [typed, setTyped] = useState(url.text ?? '');
  const say = useDebouncedCallback((text: string) => setUrl({ text: text.trim() === '' ? undefined : text.trim() }), 300);
  useEffect(() => {
    if (url.text === undefined) setTyped('');
  }, [url.text]);
  return (
    <TextInput
      type="search"
      aria-label={more.search}
      placeholder={more.search}
      leftSection={<IconSearch size={16} aria-hidden />}
      className={classes.filter}
      w={190}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        say(event.currentTarget.value);
      }}
    />
  );
}
