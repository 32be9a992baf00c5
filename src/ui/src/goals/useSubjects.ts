import { answer, client, useRead } from '../api';
import { useBrand } from '../shared';
import { useGoals } from './goal';

/** What something can be expected of: the plan's actions and goals, and whatever has numbers. */
export function useSubjects(plan: string) {
  const brand = useBrand();
  const goals = useGoals(plan);
  const work = useRead(['work', plan, 'subjects'], () => answer(client.GET('/api/v1/plans/{plan}/work', { params: { path: { plan } } })));
  const subjects = useRead(['subjects', brand.id], () => answer(client.GET('/api/v1/numbers/subjects', { params: { query: { brand: brand.id } } })));
  const all = [
    ...(work.data?.rows ?? []).map((row) => ({ value: row.id, label: row.title })),
    ...(subjects.data ?? []).map((subject) => ({ value: subject.id, label: subject.name })),
    ...(goals.data ?? []).map((goal) => ({ value: goal.id, label: goal.title })),
  ];
  return all.filter((one, i) => all.findIndex((other) => other.value === one.value) === i);
}
