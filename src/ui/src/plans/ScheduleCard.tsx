import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate, Moment, useBrand, useMay } from '../shared';
import { t } from '../texts';
import { Card } from './Card';
import { type Plan, useChangePlan } from './plan';
import { ScheduleForm } from './ScheduleForm';

const words = t.plans.schedule;

/** When reviews take place, in words, with the next dates; the default lies near the end of the month. */
export function ScheduleCard({ plan }: { plan: Plan }) {
  const { zone } = useBrand();
  const mayEdit = useMay('editPlan') && plan.status !== 'closed';
  const [editing, setEditing] = useState(false);
  const change = useChangePlan(plan);
  const reviews = plan.reviews;
  return (
    <Card
      id="reviews"
      title={words.title}
      action={
        mayEdit &&
        !editing && (
          <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
            {words.edit}
          </Button>
        )
      }
    >
      {editing && <ScheduleForm plan={plan} onDone={() => setEditing(false)} />}
      {!editing && !reviews && (
        <Stack gap="sm" align="flex-start">
          <Text c="dimmed">{words.none}</Text>
          {mayEdit && (
            <Button variant="light" loading={change.isPending} onClick={() => change.mutate({ reviewRule: 'FREQ=MONTHLY;BYDAY=-1TH' })}>
              {words.usual}: {words.use}
            </Button>
          )}
        </Stack>
      )}
      {!editing && reviews && (
        <>
          <Text fw={600}>{reviews.words.charAt(0).toUpperCase() + reviews.words.slice(1)}</Text>
          {reviews.warnings.map((warning) => (
            <Alert key={warning} color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
              {warning}
            </Alert>
          ))}
          <Text size="sm" c="dimmed">
            {words.next}
          </Text>
          <List size="sm" spacing={2} listStyleType="none" aria-label={words.next}>
            {reviews.next.map((review) => (
              <List.Item key={review.at}>
                <Group gap="xs">
                  <Moment at={review.at} zone={zone} />
                  {review.movedFrom && (
                    <Text size="sm" c="dimmed" component="span">
                      {words.moved(formatDate(review.movedFrom))}
                    </Text>
                  )}
                </Group>
              </List.Item>
            ))}
          </List>
          {reviews.daysOff.length > 0 && (
            <Text size="sm" c="dimmed" component="div">
              {words.daysOff}: {(reviews.daysOff as string[]).map((day) => formatDate(day)).join(', ')}
            </Text>
          )}
        </>
      )}
    </Card>
  );
}
