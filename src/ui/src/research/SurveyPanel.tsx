import { Anchor, Button, CopyButton, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { Comments, DetailPanel, useMay } from '../shared';
import { t } from '../texts';
import { numberOrNull, optionsOf, orNull, researchKeys, type Schemas } from './sheet';
import { SheetModal } from './SheetModal';
import { SurveyResults } from './SurveyResults';

const words = t.research.surveys;

/** One survey: its state, its address and code, who was invited, what came of it. */
export function SurveyPanel({ plan, survey, onEdit, onClose }: { plan: string; survey: Schemas['SurveyView']; onEdit?: () => void; onClose: () => void }) {
  const mayRun = useMay('runPlan');
  const [inviting, setInviting] = useState(false);
  const [invited, setInvited] = useState<string[]>([]);
  const params = { path: { survey: survey.id } };
  const invalidate = researchKeys(plan);
  const open = useCommand(() => answer(client.POST('/api/v1/surveys/{survey}/open', { params })), { invalidate, done: words.opened });
  const close = useCommand(() => answer(client.POST('/api/v1/surveys/{survey}/close', { params })), { invalidate, done: words.closed });
  const isOpen = survey.status === 'open';
  return (
    <DetailPanel title={survey.sheet.title} onClose={onClose}>
      <Stack gap="md">
        <Group gap="xs">
          {mayRun && !isOpen && (
            <Button loading={open.isPending} onClick={() => open.mutate()}>
              {survey.status === 'draft' ? words.open : words.openAgain}
            </Button>
          )}
          {mayRun && isOpen && (
            <Button variant="default" loading={close.isPending} onClick={() => close.mutate()}>
              {words.close}
            </Button>
          )}
          {onEdit && (
            <Button variant="default" onClick={onEdit}>
              {t.research.edit}
            </Button>
          )}
          {mayRun && survey.status !== 'closed' && (
            <Button variant="default" onClick={() => setInviting(true)}>
              {words.invite}
            </Button>
          )}
        </Group>
        {isOpen && <Share survey={survey} />}
        {invited.length > 0 && <Textarea label={words.invited} readOnly autosize minRows={2} maxRows={8} value={invited.join('\n')} onFocus={(event) => event.currentTarget.select()} />}
        <SurveyResults plan={plan} survey={survey} />
        <Comments node={survey.id} />
      </Stack>
      {inviting && (
        <SheetModal
          title={words.invite}
          fields={[
            { key: 'name', kind: 'text', label: words.inviteName, required: true },
            { key: 'count', kind: 'number', label: words.inviteCount, required: true },
            { key: 'segment', kind: 'select', label: words.view, options: optionsOf(t.research.segments) },
          ]}
          initial={{ name: '', count: 10, segment: null }}
          verb={words.invite}
          done={null}
          invalidate={invalidate}
          onClose={() => setInviting(false)}
          onSend={(values) =>
            answer(client.POST('/api/v1/surveys/{survey}/invitations', { params, body: { name: values.name as string, count: numberOrNull(values.count) ?? 1, segment: orNull(values.segment as Schemas['CustomerSegment']) } })).then((made) => setInvited(made.addresses))
          }
        />
      )}
    </DetailPanel>
  );
}

/** The address to copy and the code to print, with a word for where it hangs. */
function Share({ survey }: { survey: Schemas['SurveyView'] }) {
  const [via, setVia] = useState('');
  const asked = via.trim() ? `?via=${encodeURIComponent(via.trim())}` : '';
  const qr = `/api/v1/surveys/${survey.id}/qr${asked}`;
  return (
    <Stack gap="xs">
      <Group wrap="nowrap" align="flex-end">
        <TextInput label={words.address} readOnly value={survey.address + asked} style={{ flex: 1 }} onFocus={(event) => event.currentTarget.select()} />
        <CopyButton value={survey.address + asked}>{({ copied, copy }) => <Button onClick={copy}>{copied ? words.copied : words.copy}</Button>}</CopyButton>
      </Group>
      {survey.takesAnswers && (
        <Anchor size="sm" href={survey.address} target="_blank" rel="noreferrer noopener">
          {words.look}
        </Anchor>
      )}
      <TextInput label={words.qrVia} value={via} maxLength={40} onChange={(event) => setVia(event.currentTarget.value)} />
      <Group align="flex-end">
        <img src={qr} alt={words.qr} width={132} height={132} />
        <Text size="sm">
          <Anchor href={qr} download>
            {words.downloadQr}
          </Anchor>
        </Text>
      </Group>
    </Stack>
  );
}
