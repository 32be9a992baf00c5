import { Alert, Stack, Text, Title } from '@mantine/core';
import { answer, client, type components, useRead } from '../api';
import { type Column, DataTable, formatMoment, FormSkeleton, Loaded, useBrand, useMay } from '../shared';
import { t } from '../texts';
import { MailServerForm } from './MailServerForm';
import { MailWishForm } from './MailWishForm';
import { SettingsPage } from './SettingsPage';

export type MailSettings = components['schemas']['MailSettingsView'];
type Trouble = components['schemas']['MailTrouble'];
const words = t.mail;

/** How one is told by mail, and for owners the server it is handed in at. */
export default function MailPage() {
  const mayOwn = useMay('own');
  const brand = useBrand();
  const read = useRead(['mail'], () => answer(client.GET('/api/v1/mail')));
  const columns: Column<Trouble>[] = [
    { key: 'to', title: words.reader, primary: true, cell: (row) => row.to },
    { key: 'subject', title: words.subject, cell: (row) => row.subject },
    { key: 'why', title: words.why, cell: (row) => (row.state === 'unknown' ? words.unknown : row.problem) },
    { key: 'when', title: words.when, cell: (row) => formatMoment(row.at, brand.zone), hideBelow: 720 },
  ];
  return (
    <SettingsPage purpose={words.purpose} add={null}>
      <Loaded read={read} skeleton={<FormSkeleton fields={5} />}>
        {(settings) => (
          <Stack gap="xl" maw={720}>
            <section aria-labelledby="mail-mine">
              <Title order={2} size="h4" id="mail-mine" mb="xs">
                {words.mine}
              </Title>
              {!settings.ready && (
                <Alert color="gray" mb="md">
                  {words.notReady} {!mayOwn && words.askOwner}
                </Alert>
              )}
              <Text c="dimmed" size="sm" mb="md">
                {words.to(settings.address)}
              </Text>
              <MailWishForm key={JSON.stringify(settings.wish)} wish={settings.wish} />
            </section>
            {mayOwn && (
              <section aria-labelledby="mail-server">
                <Title order={2} size="h4" id="mail-server">
                  {words.server}
                </Title>
                <Text c="dimmed" size="sm" mb="md">
                  {words.serverHint}
                </Text>
                <MailServerForm key={settings.server?.host ?? 'new'} server={settings.server} waiting={settings.waiting} />
              </section>
            )}
            {settings.troubles.length > 0 && (
              <section aria-labelledby="mail-lost">
                <Title order={2} size="h4" id="mail-lost" mb="xs">
                  {words.lost}
                </Title>
                <DataTable label={words.lost} rows={settings.troubles} columns={columns} rowKey={(row) => `${row.to} ${row.at} ${row.subject}`} rowName={(row) => row.subject} empty={null} />
              </section>
            )}
          </Stack>
        )}
      </Loaded>
    </SettingsPage>
  );
}
