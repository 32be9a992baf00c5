import { Button, FileButton, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accountState, answer, client, useCommand } from '../api';
import { FieldError, ProblemAlert, useAccount, useMay } from '../shared';
import { t } from '../texts';

const words = t.plans.file;
const most = 10 * 1024 * 1024;

/** The bytes of a file as the API takes them. */
async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}

/** Reads a plan file into a new outline: under the brand it names, or under one of those here. */
export function OpenPlanFile() {
  const { brands } = useAccount();
  const mayRun = useMay('runPlan');
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [brand, setBrand] = useState('');
  const [tooLarge, setTooLarge] = useState(false);
  const open = useCommand(
    async ({ from, asCopy }: { from: File; asCopy: boolean }) => answer(client.POST('/api/v1/plan-files', { body: { file: await base64(from), brand: brand || null, asCopy } })),
    {
      invalidate: [['plans'], ['goals'], ['members']],
      quiet: true,
      done: (_, plan) => words.opened(plan.title),
      // The file may have brought its brand along.
      onDone: () => queries.fetchQuery({ ...accountState, staleTime: 0 }),
      goTo: (plan) => ({ to: '/plan', search: { brand: plan.brand, plan: plan.id } }),
    },
  );
  const take = (chosen: File | null) => {
    setTooLarge(chosen !== null && chosen.size > most);
    if (!chosen || chosen.size > most) return;
    setFile(chosen);
    open.mutate({ from: chosen, asCopy: false });
  };
  if (!mayRun) return null;
  const there = open.problem?.errors.asCopy !== undefined;
  return (
    <Paper withBorder p="md" mt="xl" maw={860} component="section" aria-label={words.title}>
      <Stack gap="sm">
        <Title order={2} size="h3">
          {words.title}
        </Title>
        <Text c="dimmed">{words.text}</Text>
        <Group align="flex-end">
          <Select label={words.under} data={[{ value: '', label: words.own }, ...brands.map(({ id, name }) => ({ value: id, label: name }))]} value={brand} onChange={(value) => setBrand(value ?? '')} />
          <FileButton onChange={take} accept=".yaml,.yml,application/yaml">
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconFileImport size={16} aria-hidden />} loading={open.isPending}>
                {words.open}
              </Button>
            )}
          </FileButton>
        </Group>
        <FieldError id="plan-file">{tooLarge && words.tooLarge}</FieldError>
        <ProblemAlert problem={open.problem} />
        {there && file && (
          <Button variant="light" style={{ alignSelf: 'flex-start' }} loading={open.isPending} onClick={() => open.mutate({ from: file, asCopy: true })}>
            {words.copy}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}
