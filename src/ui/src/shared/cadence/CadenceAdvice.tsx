import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useId } from 'react';
import { answer, client, useCommand, useRead } from '../../api';
import { t } from '../../texts';
import { useMay } from '../frame/useAccount';
import { StatusMark } from '../marks/StatusBadge';
import { formatNumber, formatPercent } from '../numbers/format';
import { Loaded } from '../states/Loaded';
import { FormSkeleton } from '../states/Skeletons';
import { formatDate } from '../time/moment';
import { type Cadence, withMost } from './howOften';

const words = t.cadenceAdvice;

/** How many posts a day the account's own numbers speak for, why, and from what; taken over with one button. */
export function CadenceAdvice({ cadence }: { cadence: Cadence }) {
  const id = useId();
  const mayEdit = useMay('editPlan');
  const params = { path: { account: cadence.account } };
  const read = useRead(['calendar', 'advice', cadence.account], () => answer(client.GET('/api/v1/accounts/{account}/cadence/advice', { params })));
  const post = ({ quiet, ...body }: Pick<Cadence, 'day' | 'week' | 'spacingMinutes'> & { quiet?: Cadence['quiet'] }) => answer(client.POST('/api/v1/accounts/{account}/cadence', { params, body: { ...body, quiet: quiet ?? undefined } }));
  const take = useCommand((most: number) => post(withMost(cadence, most)), {
    invalidate: [['calendar'], ['channels']],
    done: (most) => words.taken(most),
    undo: () => {
      const { day, week, spacingMinutes, quiet } = cadence;
      return cadence.chosen ? post({ day, week, spacingMinutes, quiet }) : answer(client.DELETE('/api/v1/accounts/{account}/cadence', { params }));
    },
  });
  return (
    <section aria-labelledby={id}>
      <Title order={3} id={id} mb="xs">
        {words.title}
      </Title>
      <Loaded read={read} skeleton={<FormSkeleton fields={2} />}>
        {(advice) => (
          <Stack gap="xs">
            {advice.maximum == null ? (
              <>
                <Text>{words.none}</Text>
                <Text size="sm" c="dimmed">
                  {advice.message}
                </Text>
              </>
            ) : (
              <>
                <Text>{advice.message}</Text>
                <Steps advice={advice} />
                <Group gap="sm">
                  {advice.maximum === cadence.day.max ? (
                    <StatusMark tone="good" icon={IconCircleCheck}>
                      {words.holds}
                    </StatusMark>
                  ) : (
                    mayEdit && (
                      <Button size="compact-md" variant="default" loading={take.isPending} onClick={() => take.mutate(advice.maximum as number)}>
                        {words.take(advice.maximum)}
                      </Button>
                    )
                  )}
                </Group>
              </>
            )}
            <Text size="xs" c="dimmed">
              {words.source(advice.days, formatDate(advice.from), formatDate(advice.to))} {words.floor(advice.floorPercent)}
            </Text>
          </Stack>
        )}
      </Loaded>
    </section>
  );
}

type Advice = { maximum?: number | null; steps: { posts: number; total: number; perPost: number; gain: number; leaving?: boolean | null }[] };

/** What each further post of a day brings. */
function Steps({ advice }: { advice: Advice }) {
  const counted = advice.steps.some((step) => step.leaving != null);
  return (
    <Table.ScrollContainer minWidth={280}>
      <Table aria-label={words.steps} className="figures" fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">{words.posts}</Table.Th>
            <Table.Th ta="right">{words.each}</Table.Th>
            <Table.Th ta="right">{words.together}</Table.Th>
            <Table.Th ta="right">{words.adds}</Table.Th>
            {counted && <Table.Th>{words.leave}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {advice.steps.map((step) => (
            <Table.Tr key={step.posts} fw={step.posts === advice.maximum ? 600 : undefined} aria-current={step.posts === advice.maximum || undefined}>
              <Table.Td ta="right">{formatNumber(step.posts)}</Table.Td>
              <Table.Td ta="right">{formatPercent(step.perPost, 0)}</Table.Td>
              <Table.Td ta="right">{formatPercent(step.total, 0)}</Table.Td>
              <Table.Td ta="right">{formatPercent(step.gain, 0)}</Table.Td>
              {counted && <Table.Td>{step.leaving == null ? '–' : step.leaving ? words.more : words.notMore}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
