import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconHelpCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { LineForm, Loaded, StatusMark, useMay } from '../shared';
import { t } from '../texts';
import { Section } from './Section';
import { orNull, researchKeys, type Schemas } from './sheet';
import { SheetModal } from './SheetModal';

const words = t.research.dossier;

/** What is still to find out before research can be closed. */
export function Questions({ plan }: { plan: string }) {
  const may = useMay('editPlan');
  const mayAsk = useMay('takePart');
  const [open, setOpen] = useState<Schemas['OpenQuestionView'] | null>(null);
  const invalidate = researchKeys(plan);
  const read = useRead(['research', plan, 'questions'], () => answer(client.GET('/api/v1/plans/{plan}/questions', { params: { path: { plan } } })));
  const ask = useCommand((question: string) => answer(client.POST('/api/v1/plans/{plan}/questions', { params: { path: { plan } }, body: { text: question } })), { invalidate });
  return (
    <Section title={words.questions}>
      <Loaded read={read}>
        {(questions) => (
          <Stack gap="xs">
            {questions.length === 0 && <Text c="dimmed">{words.noQuestions}</Text>}
            {questions.map((question) => (
              <Group key={question.id} justify="space-between" wrap="nowrap" align="flex-start">
                <div>
                  <Text>{question.text}</Text>
                  {question.answer && <Text c="dimmed">{question.answer}</Text>}
                </div>
                {question.answer ? (
                  <StatusMark tone="good" icon={IconCircleCheck}>
                    {words.answer}
                  </StatusMark>
                ) : may ? (
                  <Button size="compact-sm" variant="default" style={{ flex: 'none' }} onClick={() => setOpen(question)} aria-label={`${words.answer}: ${question.text}`}>
                    {words.answer}
                  </Button>
                ) : (
                  <StatusMark tone="warn" icon={IconHelpCircle}>
                    {words.open}
                  </StatusMark>
                )}
              </Group>
            ))}
          </Stack>
        )}
      </Loaded>
      {mayAsk && (
        <LineForm label={words.question} verb={words.ask} maxLength={400} onSend={ask.mutateAsync} />
      )}
      {open && (
        <SheetModal
          title={open.text}
          fields={[{ key: 'answer', kind: 'long', label: words.answer, required: true }]}
          initial={{ answer: '' }}
          invalidate={invalidate}
          onClose={() => setOpen(null)}
          onSend={(values) => answer(client.POST('/api/v1/questions/{question}/answer', { params: { path: { question: open.id } }, body: { answer: orNull(values.answer as string) } }))}
        />
      )}
    </Section>
  );
}
