import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, useCommand } from '../api';
import { LineForm, useMay, usePlan } from '../shared';
import { t } from '../texts';
import { afterCase, type CareSheet } from './inbox';

const words = t.inbox.panel;

/** The cause is mended, not only answered: a case becomes an action of the plan. */
export function CaseAction({ sheet }: { sheet: CareSheet }) {
  const { plan } = usePlan();
  const may = useMay('editPlan');
  const make = useCommand((what: string) => answer(client.POST('/api/v1/inbox/{case}/action', { params: { path: { case: sheet.case.id } }, body: { plan: plan!.id, what } })), {
    invalidate: [...afterCase, ['work'], ['actions']],
    done: words.actionMade,
  });
  if (sheet.action) {
    return (
      <Text size="sm">
        {words.isAction}.{' '}
        <Anchor component={Link} to="/actions/$work" params={{ work: sheet.action } as never} search={{ plan: sheet.plan ?? undefined } as never}>
          {words.openAction}
        </Anchor>
      </Text>
    );
  }
  if (!may || !plan) return null;
  return <LineForm label={words.actionWhat} verb={words.action} maxLength={200} onSend={(what) => make.mutateAsync(what)} />;
}
