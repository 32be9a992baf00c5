import type { ReactNode } from 'react';
import { t } from '../../texts';
import { Empty } from '../states/Empty';
import { HeadAction } from '../states/headAction';
import { Loaded } from '../states/Loaded';
import { type PlanLine, usePlan } from './usePlan';

interface Props {
  children: (plan: PlanLine, plans: PlanLine[]) => ReactNode;
  /** The layout to come. */
  skeleton?: ReactNode;
  /** The head of the page around the way to a first plan, where the page itself has none yet. */
  frame?: (empty: ReactNode) => ReactNode;
}

/** What belongs to a plan: shown with the plan on screen, or the way to a first plan. */
export function WithPlan({ children, skeleton, frame = (empty) => empty }: Props) {
  const { plan, plans, read } = usePlan();
  const empty = <Empty title={t.plans.emptyTitle} text={t.plans.empty} action={{ label: t.plans.emptyAction, to: '/plan/new' }} />;
  return (
    <Loaded read={read} skeleton={skeleton}>
      {() => (plan ? children(plan, plans) : frame(<HeadAction value={false}>{empty}</HeadAction>))}
    </Loaded>
  );
}
