import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { t } from '../../texts';

export function NotFound() {
  return (
    <Stack align="flex-start" gap="sm" p="xl">
      <Title order={1}>{t.states.notFoundTitle}</Title>
      <Text c="dimmed">{t.states.notFound}</Text>
      <Button renderRoot={(props) => <Link to="/" {...props} />}>{t.states.toToday}</Button>
    </Stack>
  );
}
