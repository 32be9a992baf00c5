import { Button, Checkbox, Group, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { Loaded, useBrand, useMay } from '../shared';
import { TimeField } from '../shared/forms/TimeField';
import { t } from '../texts';
import { stale } from './data';
import type { Entry } from './draft';

const words = t.scheduling.evergreen;
const between = '\n---\n';

/** How often and how far apart a post goes out again, and in which other words. */
export function EvergreenForm({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const brand = useBrand();
  const mayPublish = useMay('publish');
  const query = { brand: brand.id, post: entry.post };
  const known = useRead(['calendar', 'evergreen', query], () => answer(client.GET('/api/v1/evergreens', { params: { query } })));
  const [form, setForm] = useState({ everyDays: 60, atMost: 3, time: entry.at?.slice(11, 16) ?? '10:00', texts: '', sendOn: false });
  const before = known.data?.find((each) => each.source === entry.post);
  useEffect(() => {
    if (before) setForm({ everyDays: before.everyDays, atMost: before.atMost, time: before.time.slice(0, 5), texts: before.texts.join(between), sendOn: before.sendOn });
  }, [before]);
  const texts = form.texts.split(/^\s*-{3,}\s*$/m).map((text) => text.trim()).filter(Boolean);
  const save = useCommand(
    () => answer(client.POST('/api/v1/posts/{post}/evergreen', { params: { path: { post: entry.post } }, body: { everyDays: form.everyDays, atMost: form.atMost, time: `${form.time === '' ? '10:00' : form.time}:00`, texts, sendOn: form.sendOn } })),
    { invalidate: stale, done: words.saved, undo: (_, made) => answer(client.POST('/api/v1/evergreens/{evergreen}/stop', { params: { path: { evergreen: made.id } } })), onDone: onClose },
  );
  return (
    <Loaded read={known} skeleton={null}>
      {() => (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate();
          }}
        >
          <Stack gap="md">
            <Group align="flex-start">
              <NumberInput label={words.everyDays} data-autofocus min={1} max={730} allowDecimal={false} value={form.everyDays} onChange={(value) => setForm({ ...form, everyDays: Number(value) || 1 })} w={240} />
              <NumberInput label={words.atMost} min={1} max={100} allowDecimal={false} value={form.atMost} onChange={(value) => setForm({ ...form, atMost: Number(value) || 1 })} w={140} />
              <TimeField label={words.time} value={form.time} onChange={(time) => setForm({ ...form, time })} />
            </Group>
            <Textarea label={words.texts} description={words.textsHint} autosize minRows={4} value={form.texts} onChange={(event) => setForm({ ...form, texts: event.currentTarget.value })} />
            {texts.length === 0 && (
              <Text size="xs" c="dimmed">
                {words.noTexts}
              </Text>
            )}
            {mayPublish && <Checkbox label={words.sendOn} description={t.scheduling.queues.sendOnHint} checked={form.sendOn} onChange={(event) => setForm({ ...form, sendOn: event.currentTarget.checked })} />}
            <Text size="xs" c="dimmed">
              {words.limits(before?.times ?? 0, form.atMost, form.everyDays)}
            </Text>
            <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
              {words.go}
            </Button>
          </Stack>
        </form>
      )}
    </Loaded>
  );
}
