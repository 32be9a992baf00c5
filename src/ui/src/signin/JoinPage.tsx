import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { accountState, join } from '../api/account';
import { useCommand } from '../api/useCommand';
import { ProblemAlert } from '../shared/forms/ProblemAlert';
import { Doorstep } from '../shared/frame/Doorstep';
import { t } from '../texts';

/** Where an invitation leads. */
export default function JoinPage() {
  const { code } = useParams({ from: '/join/$code' });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '' }, validate: { password: (value) => (value === '' ? t.signin.passwordMissing : null) } });
  const enter = useCommand(join, {
    form,
    onDone: async () => {
      await queries.refetchQueries(accountState);
      await navigate({ to: '/' });
    },
  });
  return (
    <Doorstep title={t.join.title} purpose={t.join.purpose}>
      <form noValidate onSubmit={form.onSubmit(({ password }) => enter.mutate({ code, password }))}>
        <PasswordInput label={t.join.password} autoComplete="new-password" autoFocus mb="md" key={form.key('password')} {...form.getInputProps('password')} />
        <ProblemAlert problem={enter.problem} form={form} />
        <Button type="submit" fullWidth mt="md" loading={enter.isPending}>
          {t.join.submit}
        </Button>
      </form>
    </Doorstep>
  );
}
