import { ActionIcon, Anchor, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCircleCheck, IconMoonStars, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { ProblemAlert, StatusMark } from '../shared';
import { t } from '../texts';
import { afterPositioning, type Claim, type Positioning } from './usePositioning';

const words = t.positioning;
type Kind = Claim['proofs'][number]['kind'];

/** What the brand says of itself, each with what proves it. */
export function ClaimsPart({ position, disabled }: { position: Positioning; disabled: boolean }) {
  const form = useForm({ initialValues: { text: '' } });
  const post = (claim: Pick<Claim, 'text'> & Partial<Pick<Claim, 'proofs'>>) => answer(client.POST('/api/v1/claims', { body: { ...claim, plan: position.plan } }));
  const add = useCommand(({ text }: { text: string }) => post({ text }), { form, invalidate: afterPositioning, done: ({ text }) => words.added(text), onDone: () => form.reset() });
  const remove = useCommand((claim: Claim) => answer(client.DELETE('/api/v1/claims/{claim}', { params: { path: { claim: claim.id } } })), {
    invalidate: afterPositioning,
    done: ({ text }) => words.removed(text),
    undo: ({ text, proofs }) => post({ text, proofs }),
  });
  return (
    <Stack gap="md">
      {position.claims.length === 0 && <Text c="dimmed">{words.noClaims}</Text>}
      {position.claims.map((claim) => (
        <ClaimLine key={claim.id} claim={claim} disabled={disabled} onRemove={() => remove.mutate(claim)} />
      ))}
      {!disabled && (
        <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
          <Group align="flex-end">
            <TextInput label={words.claim} style={{ flex: '1 1 240px' }} maxLength={300} {...form.getInputProps('text')} />
            <Button type="submit" variant="default" disabled={!form.values.text.trim()} loading={add.isPending}>
              {words.addClaim}
            </Button>
          </Group>
          <ProblemAlert problem={add.problem} form={form} />
        </form>
      )}
    </Stack>
  );
}

function ClaimLine({ claim, disabled, onRemove }: { claim: Claim; disabled: boolean; onRemove: () => void }) {
  const [open, setOpen] = useState(false);
  const form = useForm({ initialValues: { text: '', kind: 'figure' as Kind, link: '' } });
  const prove = useCommand(
    ({ text, kind, link }: typeof form.values) => answer(client.POST('/api/v1/claims/{claim}/proofs', { params: { path: { claim: claim.id } }, body: { proof: { text, kind, link: link.trim() || null } } })),
    {
      form,
      invalidate: afterPositioning,
      onDone: () => {
        form.reset();
        setOpen(false);
      },
    },
  );
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text>{claim.text}</Text>
        <Group gap="xs" wrap="nowrap">
          <StatusMark tone={claim.isDream ? 'warn' : 'good'} icon={claim.isDream ? IconMoonStars : IconCircleCheck}>
            {claim.isDream ? words.dream : words.proven}
          </StatusMark>
          {!disabled && (
            <ActionIcon variant="subtle" color="gray" aria-label={words.remove(claim.text)} onClick={onRemove}>
              <IconX size={16} />
            </ActionIcon>
          )}
        </Group>
      </Group>
      {claim.proofs.map((proof, place) => (
        <Text key={place} size="xs" c="dimmed">
          {words.proofKinds[proof.kind]}: {proof.text}
          {proof.link && (
            <>
              {' '}
              <Anchor href={proof.link} rel="noreferrer" target="_blank" size="xs">
                {new URL(proof.link).host}
              </Anchor>
            </>
          )}
        </Text>
      ))}
      {!disabled && !open && (
        <Button size="compact-xs" variant="subtle" style={{ alignSelf: 'flex-start' }} aria-label={words.proof(claim.text)} onClick={() => setOpen(true)}>
          {words.addProof}
        </Button>
      )}
      {open && (
        <form noValidate onSubmit={form.onSubmit((values) => prove.mutate(values))}>
          <Group align="flex-end">
            <TextInput label={words.proofText} style={{ flex: '1 1 200px' }} data-autofocus {...form.getInputProps('text')} />
            <Select label={words.proofKind} w={150} data={Object.entries(words.proofKinds).map(([value, label]) => ({ value, label }))} {...form.getInputProps('kind')} />
            <TextInput label={words.proofLink} placeholder={words.proofLinkExample} {...form.getInputProps('link')} />
            <Button type="submit" variant="default" disabled={!form.values.text.trim()} loading={prove.isPending}>
              {words.showProof}
            </Button>
          </Group>
          <ProblemAlert problem={prove.problem} form={form} />
        </form>
      )}
    </Stack>
  );
}
