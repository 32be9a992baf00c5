import { Anchor, Skeleton, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, useRead } from '../../api';
import { t } from '../../texts';
import { ProblemPanel } from '../states/ProblemPanel';
import { formatMoney, formatNumber } from './format';

const words = t.creditLine;

/** What a post, goal, channel or campaign is credited with under the model that the brand chose. */
export function CreditLine({ subject, by }: { subject: string; by: 'post' | 'goal' | 'channel' | 'campaign' }) {
  const read = useRead(['node-credits', subject], () => answer(client.GET('/api/v1/credits/{subject}', { params: { path: { subject } } })));
  if (read.problem) return <ProblemPanel problem={read.problem} retry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton height={20} mt="xs" />;
  const { conversions, value, model, lookBackDays } = read.data;
  return (
    <Text size="xs" c="dimmed" mt={4}>
      {conversions === 0 && value.amount === 0 ? words.none : words.text(formatNumber(conversions, 1), formatMoney(value))}
      {` ${words.how(words.models[model] ?? model, lookBackDays)} `}
      <Anchor size="xs" underline="always" renderRoot={(props) => <Link to={'/tracking/credit' as never} search={{ by, days: '365' } as never} {...props} />}>
        {words.see}
      </Anchor>
    </Text>
  );
}
