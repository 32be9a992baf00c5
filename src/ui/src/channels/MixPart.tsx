import { Button, Group, Menu, Stack, Table, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { formatNumber, Loaded, NoData } from '../shared';
import { t } from '../texts';
import type { PartProps } from './ChannelPage';
import { useThemes } from './useChannels';

const words = t.missionWatch;
type Preset = keyof typeof words.preset;
type Mix = components['schemas']['ContentMix'];

/** The content mix: shares beside what went out and what is planned, how far apart they are, and what comes next. */
export function MixPart({ channel, disabled }: PartProps) {
  const params = { path: { channel: channel.id } };
  const read = useRead(['channels', 'mix', channel.id], () => answer(client.GET('/api/v1/channels/{channel}/mix', { params })));
  const themes = useThemes(channel.plan).data ?? [];
  const nameOf = (pillar: string | null | undefined) => themes.find((theme) => theme.id === pillar)?.name ?? words.others;
  const choose = useCommand((preset: Preset) => answer(client.PUT('/api/v1/channels/{channel}/mix', { params, body: { preset } })), {
    inTurn: channel.id,
    invalidate: [['channels'], ['plans'], ['mission-watch']],
    done: words.chosen,
    undo: () => answer(client.PUT('/api/v1/channels/{channel}/themes', { params, body: { themes: channel.themes } })),
  });
  return (
    <Stack gap="xs">
      {!disabled && (
        <Group>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />} loading={choose.isPending}>
                {words.presets}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {(Object.keys(words.preset) as Preset[]).map((preset) => (
                <Menu.Item key={preset} onClick={() => choose.mutate(preset)}>
                  {words.preset[preset]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </Group>
      )}
      {channel.themes.length > 0 && (
        <Loaded read={read}>
          {(data) => (
            <Stack gap={4}>
              <Table withRowBorders={false} verticalSpacing={2} aria-label={words.mix}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{words.mix}</Table.Th>
                    <Table.Th ta="right">{words.share}</Table.Th>
                    <Table.Th ta="right">{words.mixOut}</Table.Th>
                    <Table.Th ta="right">{words.mixPlanned}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rowsOf(data.out, data.planned).map((pillar) => (
                    <Table.Tr key={pillar ?? ''}>
                      <Table.Td>{nameOf(pillar)}</Table.Td>
                      <Cell mix={data.out} pillar={pillar} of="planned" />
                      <Cell mix={data.out} pillar={pillar} of="actual" />
                      <Cell mix={data.planned} pillar={pillar} of="actual" />
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
              <Text size="xs" c="dimmed" className="figures">
                {data.out.distance == null ? words.noDistance : words.distance(formatNumber(data.out.distance, 2))}
                {data.out.next ? ` ${words.next}: ${nameOf(data.out.next)}.` : ''}
              </Text>
            </Stack>
          )}
        </Loaded>
      )}
    </Stack>
  );
}

const rowsOf = (...mixes: Mix[]) => [...new Set(mixes.flatMap((mix) => mix.rows.map((row) => row.pillar ?? null)))];

function Cell({ mix, pillar, of }: { mix: Mix; pillar: string | null; of: 'planned' | 'actual' }) {
  const value = mix.rows.find((row) => (row.pillar ?? null) === pillar)?.[of];
  return (
    <Table.Td ta="right" className="figures">
      {value == null ? <NoData /> : `${formatNumber(value)} %`}
    </Table.Td>
  );
}
