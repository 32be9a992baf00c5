import { Button, Checkbox, Group, PasswordInput, SimpleGrid, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { accountState, setUp } from '../api/account';
import { useCommand } from '../api/useCommand';
import { toFirstError } from '../shared/forms/firstError';
import { hintsBelow } from '../shared/forms/order';
import { ProblemAlert } from '../shared/forms/ProblemAlert';
import { CurrencyPicker, ZonePicker } from '../shared/forms/ZonePicker';
import { Doorstep } from '../shared/frame/Doorstep';
import { useAccount } from '../shared/frame/useAccount';
import { TimeField } from '../shared/forms/TimeField';
import { t } from '../texts';
import { firstValues, type SetUpValues, toSetUp, validate } from './form';

export default function SetUpPage() {
  const words = t.setup;
  const { codeNeeded } = useAccount();
  const queries = useQueryClient();
  const router = useRouter();
  const form = useForm<SetUpValues>({ initialValues: firstValues(), validate: (values) => validate(values, codeNeeded) });
  const begin = useCommand(setUp, {
    form,
    onDone: async () => {
      await queries.refetchQueries(accountState);
      await router.navigate({ to: '/start' });
    },
  });
  const field = (name: keyof SetUpValues) => form.getInputProps(name);
  return (
    <Doorstep title={words.title} purpose={words.purpose} wide>
      <form noValidate onSubmit={form.onSubmit((values) => begin.mutate(toSetUp(values)), toFirstError)}>
        <Title order={2} mb="xs">
          {words.you}
        </Title>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" mb="md">
          <TextInput label={words.name} autoComplete="name" autoFocus {...field('name')} />
          <TextInput label={words.email} type="email" autoComplete="username" {...field('email')} />
        </SimpleGrid>
        <PasswordInput inputWrapperOrder={hintsBelow} label={words.password} description={words.passwordHint} autoComplete="new-password" mb="lg" {...field('password')} />
        <Title order={2} mb="xs">
          {words.work}
        </Title>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" mb="md">
          <TextInput inputWrapperOrder={hintsBelow} label={words.workspaceName} description={words.workspaceHint} autoComplete="organization" {...field('workspaceName')} />
          <TextInput inputWrapperOrder={hintsBelow} label={words.brandName} description={words.brandHint} {...field('brandName')} />
          <ZonePicker description={words.zoneHint} {...field('zone')} />
          <CurrencyPicker {...field('currency')} />
        </SimpleGrid>
        <Checkbox.Group label={words.hours} description={words.hoursHint} mb="sm" {...field('days')}>
          <Group gap="md" mt={8}>
            {t.fields.days.map(([day, label]) => (
              <Checkbox key={day} value={day} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group mb="lg" align="flex-start">
          <TimeField label={words.from} w={140} {...field('from')} />
          <TimeField label={words.to} w={140} {...field('to')} />
        </Group>
        {codeNeeded && <TextInput label={words.code} description={words.codeHint} autoComplete="off" mb="lg" {...field('code')} />}
        <ProblemAlert problem={begin.problem} form={form} />
        <Button type="submit" mt="md" loading={begin.isPending}>
          {words.submit}
        </Button>
      </form>
    </Doorstep>
  );
}
