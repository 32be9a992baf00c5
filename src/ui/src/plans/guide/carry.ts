import { answer, client } from '../../api';

interface Goal {
  id: string;
  lacks: readonly string[];
}
interface Audience {
  name: string;
  goals: readonly string[];
}
interface Channel {
  /** What people call its network. */
  name: string;
  goals: readonly string[];
  /** Whether it is spoken there at all. */
  active: boolean;
}

/** What each goal is told of whom and where it is about: by what names it, else by the only one there is. */
export function carried(goals: Goal[], audiences: Audience[], channels: Channel[]): { goal: string; audience?: string; channel?: string }[] {
  const active = channels.filter((channel) => channel.active);
  const pick = <T extends { goals: readonly string[] }>(all: T[], goal: string) => all.find((each) => each.goals.includes(goal)) ?? (all.length === 1 ? all[0] : undefined);
  return goals
    .map(({ id, lacks }) => ({
      goal: id,
      audience: lacks.includes('audience') ? pick(audiences, id)?.name : undefined,
      channel: lacks.includes('channel') ? pick(active, id)?.name : undefined,
    }))
    .filter((each) => each.audience !== undefined || each.channel !== undefined);
}

/** Gives the plan's goals whom and where the first steps named, where they say neither themselves. */
export async function carryOver(plan: string): Promise<void> {
  const [goals, audiences, channels] = await Promise.all([
    answer(client.GET('/api/v1/goals', { params: { query: { plan } } })),
    answer(client.GET('/api/v1/plans/{plan}/audiences', { params: { path: { plan } } })),
    answer(client.GET('/api/v1/plans/{plan}/channels', { params: { path: { plan } } })),
  ]);
  const open = goals.filter((goal) => goal.verdict === null).map((goal) => ({ id: goal.id, lacks: goal.specificity.missing }));
  const known = audiences.map(({ sheet }) => ({ name: sheet.name, goals: sheet.goals ?? [] }));
  for (const { goal, ...body } of carried(open, known, channels.map((channel) => ({ name: channel.networkLabel, goals: channel.goals, active: channel.status === 'active' })))) {
    await answer(client.PATCH('/api/v1/goals/{goal}', { params: { path: { goal } }, body }));
  }
}
