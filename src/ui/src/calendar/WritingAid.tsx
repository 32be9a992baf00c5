import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCompass } from '@tabler/icons-react';
import { answer, client, useRead } from '../api';
import { StatusMark } from '../shared';
import { t } from '../texts';
import { usePlan } from './data';
import type { Draft } from './draft';

const words = t.calendar.aid;
const has = (text: string, word: string) => text.toLowerCase().includes(word.toLowerCase());

/** What whoever writes should have at hand: voice, words, starters; and whether it fits each channel's mission. */
export function WritingAid({ draft, onChange, disabled }: { draft: Draft; onChange: (draft: Draft) => void; disabled: boolean }) {
  const shown = usePlan();
  const plan = draft.plan ?? shown?.id;
  if (!plan) return null;
  return <Aid plan={plan} draft={draft} onChange={onChange} disabled={disabled} />;
}

function Aid({ plan, draft, onChange, disabled }: { plan: string; draft: Draft; onChange: (draft: Draft) => void; disabled: boolean }) {
  const aid = useRead(['writing-aid', plan], () => answer(client.GET('/api/v1/plans/{plan}/writing-aid', { params: { path: { plan } } }))).data;
  const query = { goal: draft.goal ?? undefined, theme: draft.theme ?? undefined };
  const fits = useRead(['mission-fit', plan, query], () => answer(client.GET('/api/v1/plans/{plan}/mission-fit', { params: { path: { plan }, query } })), { keep: true }).data ?? [];
  const chosen = fits.filter((fit) => fit.fits != null && draft.accounts.some((each) => each.id === fit.account));
  if (!aid || (chosen.length === 0 && !aid.voice && aid.words.use.length === 0 && aid.starters.length === 0)) return null;
  const said = [draft.text, ...draft.accounts.map((each) => each.own?.text ?? '')].join('\n');
  const insert = (starter: string) => onChange({ ...draft, text: draft.text.trim() === '' ? starter : `${draft.text.trimEnd()}\n\n${starter}` });
  return (
    <section aria-label={words.title}>
      <Text fw={600} mb="xs">
        {words.title}
      </Text>
      <Stack gap="xs">
        {chosen.map((fit) => (
          <div key={fit.channel}>
            <StatusMark tone={fit.fits ? 'good' : 'warn'} icon={fit.fits ? IconCircleCheck : IconCompass}>
              {fit.fits ? words.fits(fit.networkLabel) : words.off(fit.networkLabel)}
            </StatusMark>
            <Text size="xs" c="dimmed">
              {fit.mission} {fit.why}
            </Text>
          </div>
        ))}
        {aid.voice && (
          <Text size="xs" c="dimmed">
            {words.voice}: {aid.voice}
          </Text>
        )}
        {aid.words.use.length > 0 && (
          <Text size="xs">
            {words.use}: {aid.words.use.map((word) => (has(said, word) ? `${word} ✓` : word)).join(', ')}
          </Text>
        )}
        {aid.starters.length > 0 && (
          <Group gap="xs">
            {aid.starters.map((starter) => (
              <Button key={starter.id} size="compact-xs" variant="light" disabled={disabled || has(said, starter.text)} onClick={() => insert(starter.text)} title={starter.persona ?? undefined}>
                {starter.text}
              </Button>
            ))}
          </Group>
        )}
      </Stack>
    </section>
  );
}
