import { Alert, Anchor, Button, Checkbox, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { components } from '../../api';
import { t } from '../../texts';
import { CodeLine } from './CodeLine';
import { TestNow } from './TestNow';

const words = t.sites;
const options = ['hash', 'outbound', 'downloads'] as const;

/** The three steps: whose pages, which line, does it work. */
export function SiteSetup({ site }: { site: components['schemas']['SiteDetailView'] }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const line = (site.snippet ?? '').replace('></script>', `${chosen.map((option) => ` data-${option}`).join('')}></script>`);
  return (
    <section>
      <Title order={2} mb="sm">
        {words.setUpTitle}
      </Title>
      <Stack gap="lg">
        <div>
          <Title order={3} size="h4">
            {words.hostsStep}
          </Title>
          <Text>
            {site.hosts.length > 0 ? words.hosts(site.hosts.join(', ')) : words.hostsNone}{' '}
            <Anchor underline="always" renderRoot={(props) => <Link to="/settings" {...props} />}>
              {words.hostsChange}
            </Anchor>
          </Text>
        </div>
        <Stack gap="sm">
          <Title order={3} size="h4">
            {words.snippetStep}
          </Title>
          <Text c="dimmed">{words.snippetHint}</Text>
          {site.isLocal && (
            <Alert variant="light" color="gray" icon={<IconAlertTriangle aria-hidden />}>
              {words.local}
            </Alert>
          )}
          <CodeLine label={words.snippetLabel}>{line}</CodeLine>
          <Checkbox.Group value={chosen} onChange={setChosen} aria-label={words.snippetLabel}>
            <Stack gap="xs">
              {options.map((option) => (
                <Checkbox key={option} value={option} label={words[option]} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Group>
            <CopyButton value={line}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy} leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}>
                  {copied ? words.copied : words.copy}
                </Button>
              )}
            </CopyButton>
          </Group>
        </Stack>
        <Stack gap="sm">
          <Title order={3} size="h4">
            {words.testStep}
          </Title>
          <TestNow first={site.hosts[0]} primary={!site.last} />
        </Stack>
      </Stack>
    </section>
  );
}
