import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { Loaded, Moment, ProblemAlert, useBrand } from '../shared';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';

/** The links by which outsiders read the playbook: make one, see all, revoke. */
export function Shares({ plan }: { plan: string }) {
  const brand = useBrand();
  const [path, setPath] = useState<string>();
  const form = useForm<{ name: string; days: number | string }>({ initialValues: { name: '', days: '' } });
  const shares = useRead(['playbook-shares', plan], () => answer(client.GET('/api/v1/plans/{plan}/playbook/shares', { params: { path: { plan } } })));
  const make = useCommand(
    (values: typeof form.values) =>
      answer(client.POST('/api/v1/plans/{plan}/playbook/shares', { params: { path: { plan } }, body: { name: values.name, days: values.days === '' ? null : Number(values.days) } })),
    { invalidate: [['playbook-shares', plan]], form, onDone: (made) => setPath(window.location.origin + made.path) },
  );
  const revoke = useCommand((share: string) => answer(client.POST('/api/v1/playbook-shares/{share}/revoke', { params: { path: { share } } })), {
    invalidate: [['playbook-shares', plan]],
    done: t.playbooks.revoked,
  });

  return (
    <Stack>
      <Text size="sm">{t.playbooks.shareText}</Text>
      <form onSubmit={form.onSubmit((values) => make.mutate(values))}>
        <Stack gap="sm">
          <TextInput label={t.playbooks.shareName} placeholder={t.playbooks.shareNameExample} required {...form.getInputProps('name')} />
          <NumberField label={t.playbooks.shareDays} description={t.playbooks.shareDaysHint} min={1} max={3660} {...form.getInputProps('days')} />
          <ProblemAlert problem={make.problem} form={form} />
          <Button type="submit" loading={make.isPending}>
            {t.playbooks.makeLink}
          </Button>
        </Stack>
      </form>
      {path && (
        <Stack gap="xs" p="sm" bg="var(--bw-sunken)">
          <Text size="sm">{t.playbooks.linkMade}</Text>
          <Group wrap="nowrap">
            <TextInput readOnly value={path} aria-label={t.playbooks.share} style={{ flex: 1 }} onFocus={(event) => event.currentTarget.select()} />
            <CopyButton value={path}>{({ copied, copy }) => <Button onClick={copy}>{copied ? t.playbooks.copied : t.playbooks.copy}</Button>}</CopyButton>
          </Group>
        </Stack>
      )}
      <Text fw={600}>{t.playbooks.links}</Text>
      <Loaded read={shares}>
        {(found) =>
          found.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t.playbooks.noLinks}
            </Text>
          ) : (
            <Stack gap="xs">
              {found.map((share) => (
                <Group key={share.id} justify="space-between" wrap="nowrap">
                  <div>
                    <Text>{share.name}</Text>
                    <Text size="sm" c="dimmed" component="div">
                      {share.open ? t.playbooks.linkOpen : t.playbooks.linkClosed} · <Moment at={share.createdAt} zone={brand.zone} />
                    </Text>
                  </div>
                  {share.open && (
                    <Button variant="default" size="xs" onClick={() => revoke.mutate(share.id)}>
                      {t.playbooks.revoke}
                    </Button>
                  )}
                </Group>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  );
}
