import { Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { formatNumber, LineForm } from '../shared';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import type { PartProps } from './ChannelPage';
import { MixPart } from './MixPart';
import { ThemeDetails } from './ThemeDetails';
import { afterChange, type Theme, useSheetCommands, useThemes } from './useChannels';

const words = t.channels;

/** The plan's themes and the share of each on this channel. */
export function ThemesPart({ channel, disabled }: PartProps) {
  const themes = useThemes(channel.plan).data ?? [];
  const { themes: share } = useSheetCommands(channel);
  const [open, setOpen] = useState<string | null>(null);
  const add = useCommand((body: { name: string }) => answer(client.POST('/api/v1/themes', { body: { ...body, plan: channel.plan } })), {
    invalidate: afterChange,
    done: ({ name: said }) => words.added(said),
  });
  const shareOf = (theme: Theme) => channel.themes.find((each) => each.pillar === theme.id)?.share ?? 0;
  const give = (theme: Theme, value: number) =>
    share.mutate((now) => [...now.filter((each) => each.pillar !== theme.id), ...(value > 0 ? [{ pillar: theme.id, share: value }] : [])]);
  const sum = channel.themes.reduce((all, each) => all + each.share, 0);
  return (
    <Stack gap="sm">
      {themes.length === 0 && <Text c="dimmed">{words.noThemes}</Text>}
      {themes.map((theme) => (
        <Stack key={theme.id} gap="xs">
          <Group wrap="nowrap">
            <UnstyledButton style={{ flex: 1 }} aria-expanded={open === theme.id} onClick={() => setOpen(open === theme.id ? null : theme.id)}>
              <Text>
                <span className="hidden-text">{words.detailsOf} </span>
                {theme.name}
              </Text>
              {theme.about && (
                <Text size="xs" c="dimmed">
                  {theme.about}
                </Text>
              )}
            </UnstyledButton>
            <NumberField
              key={shareOf(theme)}
              aria-label={words.share(theme.name)}
              defaultValue={shareOf(theme)}
              min={0}
              max={100}
              suffix=" %"
              w={110}
              disabled={disabled}
              onBlur={(event) => {
                const value = Number(event.currentTarget.value.replace(/[^0-9.]/g, '')) || 0;
                if (value !== shareOf(theme)) give(theme, value);
              }}
            />
          </Group>
          {open === theme.id && <ThemeDetails theme={theme} disabled={disabled} />}
        </Stack>
      ))}
      {sum > 0 && (
        <Text size="xs" c="dimmed" ta="right" className="figures">
          {words.sum(formatNumber(sum))}
        </Text>
      )}
      {!disabled && (
        <LineForm bare label={words.newTheme} verb={words.addTheme} maxLength={80} onSend={(name) => add.mutateAsync({ name })} />
      )}
      <MixPart channel={channel} disabled={disabled} />
    </Stack>
  );
}
