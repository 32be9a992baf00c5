import { Button } from '@mantine/core';
import { answer, client, useCommand } from '../api';
import { useMay, usePlan } from '../shared';
import { t } from '../texts';

/** Takes what worked for others into the plan, as a proposal that still has to be thought through. */
export function BorrowButton({ from, title }: { from: string; title: string }) {
  const { plan } = usePlan();
  const mayEdit = useMay('editPlan');
  const borrow = useCommand((into: string) => answer(client.POST('/api/v1/borrowed-tactics', { body: { plan: into, title, from } })), {
    invalidate: [['borrowed'], ['gates']],
    done: t.competitors.borrowed.borrowed(title),
    goTo: (row) => ({ to: '/competitors/borrowed', search: { tactic: row.id } }),
  });
  if (!mayEdit || !plan || plan.status === 'closed') return null;
  return (
    <Button variant="default" size="compact-sm" loading={borrow.isPending} onClick={() => borrow.mutate(plan.id)}>
      {t.competitors.borrowed.borrow}
    </Button>
  );
}
