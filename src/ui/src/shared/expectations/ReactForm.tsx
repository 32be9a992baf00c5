import { Autocomplete, Button, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useCommand } from '../../api';
import { ProblemAlert } from '../forms/ProblemAlert';
import { useMay } from '../frame/useAccount';
import { PersonPicker } from '../people/PersonPicker';
import { usePeople } from '../people/usePeople';
import { t } from '../../texts';

const words = t.foresight.expected;

/** What is done about an expectation that falls short becomes an action; how long it took is kept. */
export function ReactForm({ expectation, plan }: { expectation: string; plan: string }) {
  const [open, setOpen] = useState(false);
  const [what, setWhat] = useState('');
  const [owner, setOwner] = useState<string | null>(null);
  const { people } = usePeople();
  const mayEdit = useMay('editPlan');
  const react = useCommand(() => answer(client.POST('/api/v1/expectations/{expectation}/reaction', { params: { path: { expectation } }, body: { what: what.trim(), owner } })), {
    invalidate: [['expectations', plan], ['work'], ['actions'], ['today']],
    done: words.reacted,
    quiet: true,
    onDone: () => setOpen(false),
  });
  if (!mayEdit) return null;
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
        {words.react}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={words.react} closeButtonProps={{ 'aria-label': t.actions.close }}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            react.mutate();
          }}
        >
          <Stack gap="sm">
            <Autocomplete label={words.what} required maxLength={200} data={words.ideas} value={what} onChange={setWhat} data-autofocus />
            <PersonPicker label={t.goals.detail.owner} people={people} value={owner} onChange={setOwner} />
            <ProblemAlert problem={react.problem} />
            <Button type="submit" loading={react.isPending} disabled={!what.trim()} style={{ alignSelf: 'flex-end' }}>
              {words.react}
            </Button>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
