import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { IconCash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { answer, client, useCommand } from '../api';
import { formatDate, useBrand, useMay } from '../shared';
import { t } from '../texts';
import { Section, type Today } from './Section';
import classes from './Today.module.css';

type Tool = Today['tools'][number];

/** Money spent beyond what a sponsor approved; nothing while it keeps within. */
export function SpendingCard({ today }: { today: Today }) {
  if (!today.spending || !today.plan) return null;
  return (
    <Alert color="red" variant="light" icon={<IconCash size={18} aria-hidden />} title={t.today.spending}>
      <Group justify="space-between">
        <Text flex="1 1 240px">{today.spending}</Text>
        <Button variant="default" size="compact-sm" component={Link} to="/plan/executive" search={{ plan: today.plan.id } as never}>
          {t.today.spendingOpen}
        </Button>
      </Group>
    </Alert>
  );
}

/** Tools whose renewal has passed or is near: renewed from where they stand. */
export function ToolsCard({ today }: { today: Today }) {
  const brand = useBrand();
  const mayEdit = useMay('editPlan');
  const renew = useCommand((tool: Tool) => answer(client.POST('/api/v1/tools/{tool}/renew', { params: { path: { tool: tool.id } }, body: {} })), {
    invalidate: [['today', brand.id], ['tools'], ['executive']],
    done: (_, tool) => t.renewal.renewed(tool.sheet.name, formatDate(tool.sheet.renewsOn!)),
    undo: (before) => answer(client.PATCH('/api/v1/tools/{tool}', { params: { path: { tool: before.id } }, body: { sheet: before.sheet } })),
  });
  if (today.tools.length === 0) return null;
  return (
    <Section title={t.today.tools} count={today.tools.length}>
      <ul className={classes.rows}>
        {today.tools.map((tool) => (
          <li key={tool.id} className={classes.row}>
            <div className={classes.words}>
              <Anchor component={Link} to="/actions/tools" search={{ plan: tool.plan, tool: tool.id } as never} c="inherit">
                {tool.sheet.name}
              </Anchor>
              <div className={classes.fine}>{(tool.renewal === 'passed' ? t.today.toolPassed : t.today.toolSoon)(t.renewal.inDays(tool.renewalDays ?? 0))}</div>
            </div>
            {mayEdit && tool.sheet.every !== 'once' && (
              <Button className={classes.end} variant="default" size="compact-sm" aria-label={t.renewal.renewOne(tool.sheet.name)} loading={renew.isPending && renew.variables?.id === tool.id} onClick={() => renew.mutate(tool)}>
                {t.renewal.renew}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
