import { Alert, List, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { t } from '../texts';
import type { Returns } from './returns';

const words = t.returns;

/** What keeps the return from being told, and what should be known of it. */
export function Missing({ view }: { view: Returns }) {
  if (view.missing.length + view.notes.length === 0 && !view.labourWithheld) return null;
  return (
    <Stack gap="xs">
      {view.missing.length > 0 && (
        <Alert color="yellow" variant="light" icon={<IconInfoCircle size={18} aria-hidden />} title={words.missing}>
          <List>
            {view.missing.map((each) => (
              <List.Item key={each}>{each}</List.Item>
            ))}
          </List>
          <Text mt="xs">
            <Link to={'/returns/costs' as never}>{words.toCosts}</Link> · <Link to={'/returns/time' as never}>{words.toTime}</Link> · <Link to="/tracking">{words.toTracking}</Link>
          </Text>
        </Alert>
      )}
      {view.labourWithheld && <Text c="dimmed">{words.withheld}</Text>}
      {view.notes.length > 0 && (
        <List c="dimmed" aria-label={words.notes}>
          {view.notes.map((each) => (
            <List.Item key={each}>{each}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
