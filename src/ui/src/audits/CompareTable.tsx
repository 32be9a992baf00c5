import { Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { formatPercent, NetworkMark, NoData, StatusMark } from '../shared';
import { t } from '../texts';
import type { Aspect } from './useProfiles';

const words = t.audits.profiles;

/** Name, handle, bio, link and picture, account beside account; what differs from most is marked. */
export function CompareTable({ aspects }: { aspects: Aspect[] }) {
  const accounts = aspects[0]?.shown ?? [];
  if (accounts.length < 2) return null;
  return (
    <section aria-label={words.compare}>
      <Title order={2} size="md" mb="sm">
        {words.compare}
      </Title>
      <Table.ScrollContainer minWidth={Math.max(320, 140 + accounts.length * 170)}>
        <Table verticalSpacing="xs" style={{ tableLayout: 'fixed' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={140}>{words.aspect}</Table.Th>
              {accounts.map((account) => (
                <Table.Th key={account.account}>
                  <NetworkMark network={account.network} />
                  <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                    {account.handle}
                  </Text>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {aspects.map((aspect) => (
              <Table.Tr key={aspect.aspect}>
                <Table.Th style={{ verticalAlign: 'top' }}>
                  <Stack gap={2}>
                    {words.aspects[aspect.aspect]}
                    <Verdict aspect={aspect} />
                  </Stack>
                </Table.Th>
                {aspect.shown.map((shown) => (
                  <Table.Td key={shown.account} style={{ verticalAlign: 'top', overflowWrap: 'anywhere', boxShadow: shown.odd ? 'inset 3px 0 0 var(--mantine-color-yellow-6)' : undefined }}>
                    {shown.text ? <Text size="sm">{shown.text}</Text> : <NoData reason={words.notKnown} />}
                    {shown.odd && (
                      <Text size="xs" fw={600}>
                        {words.odd}
                      </Text>
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function Verdict({ aspect }: { aspect: Aspect }) {
  if (aspect.agrees === null || aspect.agrees === undefined) return <StatusMark tone="calm" icon={IconCircleDashed}>{words.tooFew}</StatusMark>;
  if (aspect.agrees) return <StatusMark tone="good" icon={IconCircleCheck}>{words.same}</StatusMark>;
  const alike = aspect.likeness === null || aspect.likeness === undefined ? words.different : words.alike(formatPercent(aspect.likeness, 0));
  return <StatusMark tone="warn" icon={IconAlertTriangle}>{alike}</StatusMark>;
}
