import { Button, Group, Progress, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Moment, formatPercent, useBrand } from '../shared';
import { t } from '../texts';
import { Section, type Today } from './Section';

/** How much of what is due is done. */
export function ExecutionCard({ today }: { today: Today }) {
  const execution = today.execution;
  return (
    <Section title={t.today.execution} none={!execution && t.today.executionNone}>
      {execution && (
        <>
          <Group justify="space-between" align="baseline">
            <Text>{execution.sentence}</Text>
            {execution.share !== null && execution.share > 0 && (
              <Text className="figures" size="lg" fw={600}>
                {formatPercent(execution.share / 100)}
              </Text>
            )}
          </Group>
          {execution.share !== null && execution.share > 0 && <Progress value={execution.share} mt="xs" aria-label={t.today.execution} />}
        </>
      )}
    </Section>
  );
}

/** When the plan is looked at again. */
export function ReviewCard({ today }: { today: Today }) {
  const brand = useBrand();
  const review = today.review;
  return (
    <Section title={t.today.review}>
      {review ? (
        <Group justify="space-between" wrap="nowrap">
          <div>
            <Text component="div">
              <Moment at={review.at} zone={brand.zone} /> ({t.today.inDays(review.inDays)})
            </Text>
            <Text size="sm" c="dimmed">
              {review.inWords.charAt(0).toUpperCase() + review.inWords.slice(1)}
            </Text>
          </div>
          <Button variant="default" size="compact-sm" flex="none" component={Link} to="/reviews">
            {t.today.open}
          </Button>
        </Group>
      ) : (
        <Group justify="space-between" wrap="nowrap">
          <Text c="dimmed">{t.today.reviewNone}</Text>
          <Button variant="default" size="compact-sm" flex="none" component={Link} to="/plan">
            {t.today.planReview}
          </Button>
        </Group>
      )}
    </Section>
  );
}
