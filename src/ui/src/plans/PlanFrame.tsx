import { Anchor, Badge, Group, Select, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CardsSkeleton, Loaded, Page, type PlanLine, useUrl, WithPlan } from '../shared';
import { t } from '../texts';
import { type Plan, planTabs, usePlanDetail } from './plan';

const words = t.plans;

interface Props {
  purpose: string;
  action?: (plan: Plan) => ReactNode;
  children: (plan: Plan) => ReactNode;
}

/** The head that the plan's pages share: which plan, where it stands, its tabs. */
export function PlanFrame({ purpose, action, children }: Props) {
  const framed = (content: ReactNode) => (
    <Page title={words.title} purpose={purpose} help={words.help} tabs={planTabs}>
      {content}
    </Page>
  );
  return (
    <WithPlan skeleton={framed(<CardsSkeleton />)} frame={framed}>
      {(line, plans) => <OnePlan line={line} plans={plans} purpose={purpose} action={action}>{children}</OnePlan>}
    </WithPlan>
  );
}

function OnePlan({ line, plans, purpose, action, children }: Props & { line: PlanLine; plans: PlanLine[] }) {
  const read = usePlanDetail(line.id);
  const [, setUrl] = useUrl();
  return (
    <Page title={line.title} purpose={purpose} help={words.help} tabs={planTabs} action={read.data && action?.(read.data)}>
      <Group mb="md" gap="sm">
        <Badge variant="light">{words.statuses[line.status]}</Badge>
        <Text c="dimmed" size="sm">
          {words.version(line.number)}, {words.cycle(line.cycle)}
        </Text>
        {plans.length > 1 && (
          <Select
            wrapperProps={{ 'data-frame': true }}
            aria-label={words.which}
            size="xs"
            data={plans.map((plan) => ({ value: plan.id, label: `${plan.title} (${words.statuses[plan.status]})` }))}
            value={line.id}
            onChange={(plan) => plan && setUrl({ plan }, true)}
            w={260}
          />
        )}
        <Anchor data-frame component={Link} to="/plan/new" ml="auto" style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}>
          <IconPlus size={14} aria-hidden />
          {words.another}
        </Anchor>
      </Group>
      <Loaded read={read} skeleton={<CardsSkeleton />}>
        {children}
      </Loaded>
    </Page>
  );
}
