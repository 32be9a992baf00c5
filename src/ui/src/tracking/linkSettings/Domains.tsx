import { Alert, Button, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../../api';
import { Loaded, ProblemAlert, useBrand, useMay } from '../../shared';
import { t } from '../../texts';

const words = t.links.settings;
type Domain = components['schemas']['LinkDomainView'];

/** Whether the name leads here, and what to change when it does not. */
function Test({ domain }: { domain: Domain }) {
  const [asked, setAsked] = useState(0);
  const read = useRead(['link-domain-test', domain.id, asked], () => answer(client.GET('/api/v1/link-domains/{domain}/test', { params: { path: { domain: domain.id } } })), { enabled: asked > 0 });
  const works = read.data?.finding === 'works';
  return (
    <>
      <Button variant="default" size="compact-sm" loading={asked > 0 && !read.data && !read.problem} onClick={() => setAsked(asked + 1)}>
        {words.test}
      </Button>
      <div aria-live="polite" style={{ flexBasis: '100%' }}>
        <ProblemAlert problem={read.problem} />
        {read.data && (
          <Alert variant="light" color={works ? 'teal' : 'gray'} icon={works ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />} title={words.findings[read.data.finding]}>
            <Text size="sm">{words.wayOut[read.data.finding]}</Text>
            {!works && (
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {[read.data.detail, read.data.addresses.length > 0 && words.leads(read.data.addresses.join(', '))].filter((part) => part).join(' ')}
              </Text>
            )}
          </Alert>
        )}
      </div>
    </>
  );
}

function Row({ domain }: { domain: Domain }) {
  const brand = useBrand();
  const may = useMay('administer');
  const refresh = [['link-domains', brand.id], ['link-policy', brand.id]];
  const add = () => answer(client.POST('/api/v1/brands/{brand}/link-domains', { params: { path: { brand: brand.id } }, body: { host: domain.host } }));
  const retire = useCommand(() => answer(client.DELETE('/api/v1/link-domains/{domain}', { params: { path: { domain: domain.id } } })), { invalidate: refresh, done: words.retiredSaid(domain.host), undo: add });
  const back = useCommand(add, { invalidate: refresh, done: words.added(domain.host) });
  return (
    <Paper withBorder p="sm">
      <Group gap="sm">
        <div style={{ flex: '1 1 180px', overflowWrap: 'anywhere' }}>
          <Text fw={600}>{domain.host}</Text>
          <Text size="xs" c="dimmed">
            {[words.linksOn(domain.links), domain.retiredAt && words.retired].filter((part) => part).join(' · ')}
          </Text>
        </div>
        {may &&
          (domain.retiredAt ? (
            <Button variant="default" size="compact-sm" loading={back.isPending} onClick={() => back.mutate()}>
              {words.bringBack}
            </Button>
          ) : (
            <Button variant="subtle" color="gray" size="compact-sm" loading={retire.isPending} onClick={() => retire.mutate()}>
              {words.retire}
            </Button>
          ))}
        {may && <Test domain={domain} />}
      </Group>
    </Paper>
  );
}

/** The brand's own hosts, which of them new links stand on, and whether each leads here. */
export function Domains({ policy }: { policy: components['schemas']['LinkPolicyView'] }) {
  const brand = useBrand();
  const may = useMay('administer');
  const path = { params: { path: { brand: brand.id } } };
  const read = useRead(['link-domains', brand.id], () => answer(client.GET('/api/v1/brands/{brand}/link-domains', path)));
  const form = useForm({ initialValues: { host: '' } });
  const add = useCommand(({ host }: typeof form.values) => answer(client.POST('/api/v1/brands/{brand}/link-domains', { ...path, body: { host } })), {
    form,
    invalidate: [['link-domains', brand.id]],
    done: (_, domain) => words.added(domain.host),
    onDone: () => form.reset(),
  });
  const stand = useCommand((host: string) => answer(client.PUT('/api/v1/brands/{brand}/link-policy', { ...path, body: { host } })), { invalidate: [['link-policy', brand.id]], done: words.standsSaid });
  return (
    <section>
      <Title order={2} mb="xs">
        {words.domains}
      </Title>
      <Stack gap="sm" maw={640}>
        <Text>{words.domainsHint}</Text>
        <Loaded read={read}>
          {(domains) => {
            const active = domains.filter((domain) => !domain.retiredAt);
            return (
              <Stack gap="sm">
                {active.length > 0 && (
                  <Select
                    label={words.standsOn}
                    data={[{ value: '', label: words.main }, ...active.map((domain) => ({ value: domain.host, label: domain.host }))]}
                    value={policy.host ?? ''}
                    allowDeselect={false}
                    disabled={!may || stand.isPending}
                    onChange={(host) => stand.mutate(host ?? '')}
                  />
                )}
                {domains.map((domain) => (
                  <Row key={domain.id} domain={domain} />
                ))}
              </Stack>
            );
          }}
        </Loaded>
        {may && (
          <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
            <Group align="flex-end">
              <TextInput label={words.host} description={words.hostHint} style={{ flex: '1 1 220px' }} {...form.getInputProps('host')} />
              <Button type="submit" variant="default" loading={add.isPending}>
                {words.add}
              </Button>
            </Group>
            <ProblemAlert problem={add.problem} form={form} />
          </form>
        )}
      </Stack>
    </section>
  );
}
