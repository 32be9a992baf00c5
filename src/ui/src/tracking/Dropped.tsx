import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { components } from '../api';
import { formatNumber } from '../shared';
import { t } from '../texts';
import { Shares } from './Shares';

const words = t.tracking;

/** Hits that do not count, each with its reason: a number is only believed when one sees what it leaves out. */
export function Dropped({ dropped, clicks, unknown }: { dropped: components['schemas']['OutcomeCount'][]; clicks: number; unknown: number }) {
  return (
    <section>
      <Title order={2} mb="sm">
        {words.droppedTitle}
      </Title>
      <Shares label={words.droppedTitle} heads={[words.reason, words.hits]} rows={dropped.map(({ outcome, hits }) => ({ key: outcome, name: words.outcomes[outcome] ?? outcome, value: hits }))} />
      <Text c="dimmed" size="xs" mt="sm">
        {dropped.length > 0 ? words.dropped : clicks > 0 ? words.droppedNone : words.noHits}{' '}
        {dropped.length > 0 && (
          <Anchor underline="always" size="xs" renderRoot={(props) => <Link to="/tracking/dropped" {...props} />}>
            {words.droppedMore}
          </Anchor>
        )}{' '}
        {unknown > 0 && words.unknownCodes(unknown, formatNumber(unknown, 0))}
      </Text>
    </section>
  );
}
