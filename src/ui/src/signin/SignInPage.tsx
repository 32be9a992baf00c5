import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { accountState, signIn } from '../api/account';
import { useCommand } from '../api/useCommand';
import { ProblemAlert } from '../shared/forms/ProblemAlert';
import { Doorstep } from '../shared/frame/Doorstep';
import { safeNext } from '../shared/frame/safeNext';
import { useUrl } from '../shared/frame/useUrl';
import { t } from '../texts';

export default function SignInPage() {
  const words = t.signin;
  const queries = useQueryClient();
  const router = useRouter();
  const [url] = useUrl();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '', remember: true },
    validate: {
      email: (value) => (value.trim() === '' ? words.emailMissing : null),
      password: (value) => (value === '' ? words.passwordMissing : null),
    },
  });
  const enter = useCommand(signIn, {
    form,
    onDone: async () => {
      await queries.refetchQueries(accountState);
      await router.invalidate();
      router.history.replace(safeNext(url.next));
    },
  });
  return (
    <Doorstep title={words.title} purpose={words.purpose}>
      <form noValidate onSubmit={form.onSubmit((values) => enter.mutate({ ...values, email: values.email.trim() }))}>
        <TextInput label={words.email} type="email" autoComplete="username" autoFocus mb="md" key={form.key('email')} {...form.getInputProps('email')} />
        <PasswordInput label={words.password} autoComplete="current-password" mb="md" key={form.key('password')} {...form.getInputProps('password')} />
        <Checkbox label={words.remember} mb="lg" key={form.key('remember')} {...form.getInputProps('remember', { type: 'checkbox' })} />
        <ProblemAlert problem={enter.problem} form={form} />
        <Button type="submit" fullWidth mt="md" loading={enter.isPending}>
          {words.submit}
        </Button>
      </form>
    </Doorstep>
  );
}
