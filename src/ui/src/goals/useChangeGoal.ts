import { answer, client, type CommandOptions, type paths, useCommand } from '../api';
import { type GoalDetail, goalKeys } from './goal';

export type GoalChange = NonNullable<paths['/api/v1/goals/{goal}']['patch']['requestBody']>['content']['application/json'];

/** Changes a goal; what is not given stays. */
export function useChangeGoal(detail: GoalDetail, form?: CommandOptions<GoalChange, unknown>['form']) {
  return useCommand((change: GoalChange) => answer(client.PATCH('/api/v1/goals/{goal}', { params: { path: { goal: detail.goal.id } }, body: change })), {
    invalidate: goalKeys.map((key) => [...key]),
    form,
    inTurn: detail.goal.id,
  });
}
