import { Button, Checkbox, Group, Menu, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconCopy, IconTextPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { ProblemAlert, showDone, useBrand } from '../shared';
import { t } from '../texts';
import { afterCase, type CareSheet } from './inbox';

const words = t.inbox.reply;
type Act = 'reply' | 'note' | 'again';
type Way = 'publicly' | 'privately' | 'otherWay';
const ways = (Object.keys(words.ways) as Way[]).map((value) => ({ value, label: words.ways[value] }));
const firstWay = (kind: CareSheet['case']['kind']): Way => (kind === 'message' ? 'privately' : kind === 'otherWay' ? 'otherWay' : 'publicly');
const gapsIn = (text: string) => [...new Set([...text.matchAll(/\{\{\s*([^{}\r\n]{1,60}?)\s*\}\}/g)].map((found) => found[1]))];

/** Records what was answered, a note among ourselves, or that they wrote again. */
export function ReplyBox({ sheet }: { sheet: CareSheet }) {
  const brand = useBrand();
  const { id, kind, status } = sheet.case;
  const [act, setAct] = useState<Act>('reply');
  const [text, setText] = useState('');
  const [way, setWay] = useState<Way>(firstWay(kind));
  const [automatic, setAutomatic] = useState(false);
  const gaps = act === 'reply' ? gapsIn(text) : [];
  const path = { params: { path: { case: id } } };
  const send = useCommand<boolean>(
    async (resolve) => {
      if (act === 'note') await answer(client.POST('/api/v1/inbox/{case}/notes', { ...path, body: { text } }));
      else if (act === 'again') await answer(client.POST('/api/v1/inbox', { body: { brand: brand.id, case: id, text } }));
      else await answer(client.POST('/api/v1/inbox/{case}/replies', { ...path, body: { text, way, automatic, resolve } }));
    },
    {
      invalidate: afterCase,
      done: act === 'note' ? words.noted : act === 'again' ? words.heard : words.sent,
      quiet: true,
      inTurn: id,
      onDone: () => {
        setText('');
        setAutomatic(false);
      },
    },
  );
  const label = act === 'note' ? words.note : act === 'again' ? words.again : words.text;
  const copy = () =>
    void navigator.clipboard?.writeText(text).then(
      () => showDone(words.copied),
      () => undefined,
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) send.mutate(false);
      }}
    >
      <Stack gap="sm">
        <SegmentedControl
          size="xs"
          aria-label={words.as}
          value={act}
          onChange={(value) => setAct(value as Act)}
          data={[
            { value: 'reply', label: words.asReply },
            { value: 'note', label: words.asNote },
            { value: 'again', label: words.asAgain },
          ]}
          style={{ alignSelf: 'flex-start' }}
        />
        <Textarea label={label} autosize minRows={3} maxRows={12} maxLength={20_000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        {gaps.length > 0 && (
          <Text size="sm" role="status">
            {words.gaps(gaps.map((name) => `{{${name}}}`).join(', '))}
          </Text>
        )}
        {act === 'reply' && (
          <>
            <Group align="flex-end" gap="sm">
              <Select label={words.way} size="xs" w={150} data={ways} value={way} onChange={(value) => value && setWay(value as Way)} />
              {sheet.answers.length > 0 && (
                <Menu position="bottom-start" width={260}>
                  <Menu.Target>
                    <Button variant="default" size="xs" leftSection={<IconTextPlus size={15} aria-hidden />}>
                      {words.insert}
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {sheet.answers.map((choice) => (
                      <Menu.Item key={choice.id} onClick={() => setText((before) => (before.trim() ? `${before.trimEnd()}\n\n${choice.text}` : choice.text))}>
                        {choice.title}
                      </Menu.Item>
                    ))}
                  </Menu.Dropdown>
                </Menu>
              )}
              <Button variant="default" size="xs" leftSection={<IconCopy size={15} aria-hidden />} disabled={!text.trim()} onClick={copy}>
                {words.copy}
              </Button>
            </Group>
            <Checkbox label={words.automatic} checked={automatic} onChange={(event) => setAutomatic(event.currentTarget.checked)} />
          </>
        )}
        <ProblemAlert problem={send.problem} />
        <Group gap="sm">
          <Button type="submit" loading={send.isPending && !send.variables} disabled={!text.trim() || gaps.length > 0}>
            {act === 'note' ? words.sendNote : act === 'again' ? words.sendAgain : words.send}
          </Button>
          {act === 'reply' && status !== 'resolved' && !automatic && (
            <Button variant="default" loading={send.isPending && send.variables === true} disabled={!text.trim() || gaps.length > 0} onClick={() => send.mutate(true)}>
              {words.sendResolve}
            </Button>
          )}
        </Group>
        {act === 'reply' && (
          <Text size="xs" c="dimmed">
            {words.hint}
          </Text>
        )}
      </Stack>
    </form>
  );
}
