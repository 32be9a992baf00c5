import { ActionIcon, Anchor, Button, ColorInput, Group, Paper, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../../api';
import { confirm, DetailPanel, formatNumber, Loaded, ProblemAlert, useBrand, useMay } from '../../shared';
import { t } from '../../texts';
import { CopyShort } from '../CopyShort';
import { useLinks } from '../useLinks';
import { stateOf } from './HubsPage';

type Hub = components['schemas']['HubView'];
const words = t.hubs;
const whole = (value: number) => formatNumber(value, 0);

function Withdraw({ hub }: { hub: Hub }) {
  const brand = useBrand();
  const withdraw = useCommand(() => answer(client.POST('/api/v1/link-hubs/{hub}/withdraw', { params: { path: { hub: hub.id } }, body: {} })), {
    invalidate: [['hubs', brand.id], ['hub', hub.id]],
    done: words.withdrawn,
    undo: () => answer(client.POST('/api/v1/link-hubs/{hub}/show-again', { params: { path: { hub: hub.id } }, body: {} })),
  });
  return (
    <Button variant="default" size="compact-sm" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
      {words.withdraw}
    </Button>
  );
}

function Remove({ hub, onGone }: { hub: Hub; onGone: () => void }) {
  const brand = useBrand();
  const remove = useCommand(() => answer(client.DELETE('/api/v1/link-hubs/{hub}', { params: { path: { hub: hub.id } } })), { invalidate: [['hubs', brand.id]], done: words.deleted(hub.title), onDone: onGone });
  const ask = async () => {
    if (await confirm({ title: words.deleteTitle(hub.title), text: words.deleteText, verb: words.delete })) remove.mutate();
  };
  return (
    <Button variant="default" size="compact-sm" loading={remove.isPending} onClick={() => void ask()}>
      {words.delete}
    </Button>
  );
}

/** What is written in the draft: as long as that is the same, whoever writes it keeps what was typed. */
const written = ({ title, name, intro, colour, links }: Hub) => JSON.stringify([title, name, intro, colour, links.map(({ link, label }) => [link, label])]);

/** The draft: heading, colour, and the links in their order, moved by dragging or by their arrows. */
function Draft({ hub }: { hub: Hub }) {
  const brand = useBrand();
  const may = useMay('writePosts');
  const [dragged, setDragged] = useState<number | null>(null);
  const form = useForm({ initialValues: { title: hub.title, name: hub.name, intro: hub.intro ?? '', colour: hub.colour, entries: hub.links.map((link) => ({ ...link })) } });
  const [find, setFind] = useState('');
  const { links: known } = useLinks(find, { enabled: may });
  const at = { params: { path: { hub: hub.id } } };
  const refresh = [['hubs', brand.id], ['hub', hub.id]];
  const put = ({ title, name, intro, colour, entries }: typeof form.values) =>
    answer(client.PUT('/api/v1/link-hubs/{hub}', { ...at, body: { title, name: hub.publishedAt ? undefined : name, intro: intro || undefined, colour, entries: entries.map(({ link, label }) => ({ link, label })), ifVersion: hub.version } }));
  const save = useCommand(put, { form, done: words.saved, invalidate: refresh });
  // The public sees what stands here, also what was typed last.
  const publish = useCommand(
    async (values: typeof form.values) => {
      if (form.isDirty()) await put(values);
      return answer(client.POST('/api/v1/link-hubs/{hub}/publish', { ...at, body: {} }));
    },
    { form, done: words.published, invalidate: refresh },
  );
  const { entries } = form.values;
  const move = (from: number, to: number) => form.reorderListItem('entries', { from, to });
  const free = known.filter((link) => !entries.some((entry) => entry.link === link.id));
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="md">
        <TextInput label={words.heading} maxLength={80} readOnly={!may} {...form.getInputProps('title')} />
        <TextInput
          label={words.name}
          description={hub.publishedAt ? words.nameStays : words.nameHint}
          maxLength={40}
          leftSection="/h/"
          leftSectionWidth={36}
          readOnly={!may || hub.publishedAt !== null}
          {...form.getInputProps('name')}
        />
        <Textarea label={words.intro} autosize minRows={1} maxLength={400} readOnly={!may} {...form.getInputProps('intro')} />
        <ColorInput label={words.colour} description={words.colourHint} format="hex" withEyeDropper={false} readOnly={!may} {...form.getInputProps('colour')} />
        <div>
          <Text fw={500} size="sm">
            {words.order}
          </Text>
          {entries.length > 1 && may && (
            <Text size="xs" c="dimmed">
              {words.orderHint}
            </Text>
          )}
        </div>
        <Stack gap="xs" component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
          {entries.map((entry, place) => (
            <Paper
              key={entry.link}
              component="li"
              withBorder
              p="xs"
              style={dragged === place ? { opacity: 0.6 } : undefined}
              onDragOver={(event) => dragged !== null && event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged !== null && dragged !== place) move(dragged, place);
                setDragged(null);
              }}
            >
              <Group gap="xs" wrap="nowrap" align="center">
                {may && (
                  <span draggable onDragStart={() => setDragged(place)} onDragEnd={() => setDragged(null)} style={{ cursor: 'grab', display: 'inline-flex' }} aria-hidden>
                    <IconGripVertical size={18} />
                  </span>
                )}
                <TextInput aria-label={words.label(place + 1)} maxLength={80} readOnly={!may} style={{ flex: 1, minWidth: 80 }} {...form.getInputProps(`entries.${place}.label`)} />
                {may && (
                  <ActionIcon.Group>
                    <ActionIcon variant="default" size="lg" aria-label={words.up(entry.label)} disabled={place === 0} onClick={() => move(place, place - 1)}>
                      <IconArrowUp size={16} />
                    </ActionIcon>
                    <ActionIcon variant="default" size="lg" aria-label={words.down(entry.label)} disabled={place === entries.length - 1} onClick={() => move(place, place + 1)}>
                      <IconArrowDown size={16} />
                    </ActionIcon>
                    <ActionIcon variant="default" size="lg" aria-label={words.remove(entry.label)} onClick={() => form.removeListItem('entries', place)}>
                      <IconX size={16} />
                    </ActionIcon>
                  </ActionIcon.Group>
                )}
              </Group>
              <Text size="xs" c="dimmed" mt={4} style={{ overflowWrap: 'anywhere' }}>
                {entry.target} · {entry.archived ? words.gone : words.clicks(whole(entry.clicks))}
              </Text>
            </Paper>
          ))}
        </Stack>
        {may && (
          <Select
            label={words.add}
            description={words.addHint}
            searchable
            value={null}
            searchValue={find}
            onSearchChange={setFind}
            nothingFoundMessage={words.noneLeft}
            data={free.map((link) => ({ value: link.id, label: `${link.title ?? link.target.replace(/^https?:\/\//, '')} (${link.code})` }))}
            onChange={(id) => {
              const link = free.find((one) => one.id === id);
              if (link) {
                form.insertListItem('entries', {
                  link: link.id,
                  label: (link.title ?? link.target.replace(/^https?:\/\//, '')).slice(0, 80),
                  short: link.short,
                  target: link.target,
                  archived: false,
                  clicks: 0,
                });
              }
            }}
          />
        )}
        <ProblemAlert problem={publish.problem ?? save.problem} form={form} />
        {may && (
          <Group gap="xs">
            {(hub.hasChanges || form.isDirty()) && (
              <Button disabled={entries.length === 0} loading={publish.isPending} onClick={() => form.onSubmit((values) => publish.mutate(values))()}>
                {words.publish}
              </Button>
            )}
            <Button type="submit" variant="default" loading={save.isPending} disabled={!form.isDirty()}>
              {words.save}
            </Button>
            {entries.length === 0 && (
              <Text size="xs" c="dimmed">
                {words.publishNeeds}
              </Text>
            )}
          </Group>
        )}
      </Stack>
    </form>
  );
}

/** One page of links beside the list: its address, what it brings, and its draft. */
export function HubPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const may = useMay('writePosts');
  const read = useRead(['hub', id], () => answer(client.GET('/api/v1/link-hubs/{hub}', { params: { path: { hub: id } } })));
  return (
    <DetailPanel title={read.data?.title ?? words.title} onClose={onClose} actions={read.data && may && (read.data.publishedAt ? <Withdraw hub={read.data} /> : <Remove hub={read.data} onGone={onClose} />)}>
      <Loaded read={read}>
        {(hub) => {
          const dropped = hub.dropped.reduce((sum, reason) => sum + reason.hits, 0);
          return (
            <Stack gap="md">
              <div>
                <Text>{stateOf(hub)}</Text>
                {hub.publishedAt && (
                  <>
                    <CopyShort short={hub.address} />
                    <Anchor href={hub.address} target="_blank" rel="noreferrer">
                      {words.open}
                    </Anchor>
                  </>
                )}
                <Text size="xs" c="dimmed">
                  {[words.numbers(whole(hub.views), whole(hub.visitors)), dropped > 0 && words.dropped(whole(dropped))].filter((part) => part).join(' · ')}
                </Text>
              </div>
              <Draft key={written(hub)} hub={hub} />
            </Stack>
          );
        }}
      </Loaded>
    </DetailPanel>
  );
}
