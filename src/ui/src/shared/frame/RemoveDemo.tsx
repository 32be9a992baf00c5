import { Button, type ButtonProps } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { accountState } from '../../api/account';
import { removeDemo } from '../../api/demo';
import { useCommand } from '../../api/useCommand';
import { t } from '../../texts';
import { confirm } from '../states/confirm';

/** Takes the demo brand away with everything in it; the own brands stay. */
export function RemoveDemo(props: Pick<ButtonProps, 'variant' | 'color'>) {
  const words = t.frame.demo;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useCommand(removeDemo, {
    done: words.removed,
    onDone: async () => {
      // What was kept of its pages is of no use any more.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== accountState.queryKey[0] });
      await queries.fetchQuery({ ...accountState, staleTime: 0 });
      await navigate({ to: '/start', search: { brand: undefined, plan: undefined } });
    },
  });
  const ask = async () => {
    if (await confirm({ title: words.title, text: words.text, verb: words.remove })) remove.mutate();
  };
  return (
    <Button {...props} loading={remove.isPending} onClick={() => void ask()}>
      {words.remove}
    </Button>
  );
}
