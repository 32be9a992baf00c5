import type { ReactNode } from 'react';
import { t } from '../../texts';
import { Empty } from '../states/Empty';
import { Loaded } from '../states/Loaded';
import { type PlanLine, usePlan } from './usePlan';

interface Props {
  children: (plan: PlanLine, plans: PlanLine[]) => ReactNode;
  /** The layout to come. */
  skeleton?: ReactNode;
}

/** What belongs to a plan: shown with the plan on screen, or the way to a first plan. */
export function WithPlan({ children, skeleton }: Props) {
  const { plan, plans, read } = usePlan();
  return (
    <Loaded read={read} skeleton={skeleton}>
      {() => (plan ? children(plan, plans) : <Empty title={t.plans.emptyTitle} text={t.plans.empty} action={{ label: t.plans.emptyAction, to: '/plan/new' }} />)}
    </Loaded>
  );
}
