import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconCommand, IconSearch, IconSettings } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { menu, type To, todayEntry } from '../../menu';
import { calendarTabs, settingsTabs, trackingTabs } from '../../tabs';
import { t } from '../../texts';
import { verbs } from './verbs';

const [store, spotlight] = createSpotlight();

interface Place {
  label: string;
  to: To;
  icon?: (typeof todayEntry)['icon'];
  purpose?: string;
}

function places(): Place[] {
  const entries: Place[] = [todayEntry, ...menu.flatMap((group) => group.entries)];
  const tabs = [...calendarTabs.slice(1), ...trackingTabs.slice(1), ...settingsTabs.map((tab) => ({ ...tab, label: `${t.settings.title}: ${tab.label}`, icon: IconSettings }))];
  return [...entries, ...tabs];
}

/** Every page and every command on offer, found by typing. */
export default function PaletteBox({ times }: { times: number }) {
  const router = useRouter();
  const offered = verbs.use();
  useEffect(() => spotlight.open(), [times]);

  const actions: SpotlightActionGroupData[] = [
    {
      group: t.frame.verbs,
      actions: offered.map((verb) => {
        const Icon = verb.icon ?? IconCommand;
        return { id: verb.id, label: verb.label, keywords: verb.keywords, onClick: verb.run, leftSection: <Icon size={18} stroke={1.6} /> };
      }),
    },
    {
      group: t.frame.pages,
      actions: places().map((place) => {
        const Icon = place.icon ?? IconSearch;
        return {
          id: place.to,
          label: place.label,
          description: place.purpose,
          onClick: () => void router.navigate({ to: place.to }),
          leftSection: <Icon size={18} stroke={1.6} />,
        };
      }),
    },
  ];

  return (
    <Spotlight
      store={store}
      actions={actions.filter((group) => group.actions.length > 0)}
      shortcut={null}
      nothingFound={t.frame.searchNothing}
      highlightQuery
      scrollable
      maxHeight={420}
      attributes={{ content: { 'aria-label': t.frame.search } }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      searchProps={{ leftSection: <IconSearch size={18} aria-hidden />, placeholder: t.frame.searchHint, 'aria-label': t.frame.search }}
    />
  );
}
