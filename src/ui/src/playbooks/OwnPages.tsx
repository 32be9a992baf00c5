import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import type { components } from '../api/schema';
import { Loaded, ProblemAlert } from '../shared';
import { t } from '../texts';

type OwnPage = components['schemas']['PlaybookPageView'];

/** The pages people write themselves: add, rewrite, remove with undo. */
export function OwnPages({ plan }: { plan: string }) {
  const [editing, setEditing] = useState<OwnPage>();
  const pages = useRead(['playbook-pages', plan], () => answer(client.GET('/api/v1/plans/{plan}/playbook/pages', { params: { path: { plan } } })));
  const stale = [['playbook-pages', plan], ['playbook', plan]];
  const remove = useCommand((page: OwnPage) => answer(client.DELETE('/api/v1/playbook-pages/{page}', { params: { path: { page: page.id } } })), {
    invalidate: stale,
    done: (page) => t.playbooks.removed(page.title),
    undo: (page) => answer(client.POST('/api/v1/plans/{plan}/playbook/pages', { params: { path: { plan } }, body: { title: page.title, text: page.text } })),
  });

  return (
    <Stack>
      <PageForm key={editing?.id ?? 'new'} plan={plan} page={editing} onSaved={() => setEditing(undefined)} />
      <Loaded read={pages}>
        {(found) => (
          <Stack gap="xs">
            {found.map((page) => (
              <Group key={page.id} justify="space-between" wrap="nowrap">
                <Text>{page.title}</Text>
                <Group gap="xs" wrap="nowrap">
                  <Button variant="default" size="xs" onClick={() => setEditing(page)}>
                    {t.playbooks.editPage}
                  </Button>
                  <Button variant="default" size="xs" onClick={() => remove.mutate(page)}>
                    {t.playbooks.removePage}
                  </Button>
                </Group>
              </Group>
            ))}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

function PageForm({ plan, page, onSaved }: { plan: string; page?: OwnPage; onSaved: () => void }) {
  const form = useForm({ initialValues: { title: page?.title ?? '', text: page?.text ?? '' } });
  const save = useCommand(
    (values: typeof form.values) =>
      page
        ? answer(client.PATCH('/api/v1/playbook-pages/{page}', { params: { path: { page: page.id } }, body: { ...values, ifVersion: page.version } }))
        : answer(client.POST('/api/v1/plans/{plan}/playbook/pages', { params: { path: { plan } }, body: values })),
    {
      invalidate: [['playbook-pages', plan], ['playbook', plan]],
      form,
      onDone: () => {
        form.reset();
        onSaved();
      },
    },
  );
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="sm">
        <TextInput label={t.playbooks.pageTitle} placeholder={t.playbooks.pageTitleExample} required {...form.getInputProps('title')} />
        <Textarea label={t.playbooks.pageText} placeholder={t.playbooks.pageTextExample} autosize minRows={5} required {...form.getInputProps('text')} />
        <ProblemAlert problem={save.problem} form={form} />
        <Button type="submit" loading={save.isPending}>
          {t.playbooks.savePage}
        </Button>
      </Stack>
    </form>
  );
}
