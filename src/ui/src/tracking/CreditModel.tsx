import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { answer, client, useCommand } from '../api';
import { useBrand, useMay, useUrl } from '../shared';
import { t } from '../texts';
import { type Model, models, rememberModel } from './credit';

const words = t.credit;

interface Props {
  model: Model;
  /** The model that the brand counts by everywhere. */
  chosen: Model;
  lookBack: number;
  transform: string;
  silent: string | undefined;
}

const choices = (of: Record<string, string>) => Object.entries(of).map(([value, label]) => ({ value, label }));

/** Which model is looked at, what it means in plain words, and whether the brand counts so everywhere. */
export function CreditModel({ model, chosen, lookBack, transform, silent }: Props) {
  const brand = useBrand();
  const may = useMay('editPlan');
  const [, setUrl] = useUrl();
  const backs = { ...words.lookBacks, ...(String(lookBack) in words.lookBacks ? {} : { [lookBack]: words.days(String(lookBack)) }) };
  const choose = useCommand(() => answer(client.PUT('/api/v1/brands/{brand}/credits/rules', { params: { path: { brand: brand.id } }, body: { model, lookBackDays: lookBack } })), {
    invalidate: [['credits'], ['node-credits']],
    done: words.choseSaid(words.models[model] ?? model),
  });
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="md">
        <Select
          label={words.model}
          w={330}
          maw="100%"
          value={model}
          onChange={(value) => {
            const next = models.find((one) => one === value);
            if (!next) return;
            rememberModel(next);
            setUrl({ model: next });
          }}
          data={choices(words.models)}
        />
        <Select label={words.lookBack} w={120} value={String(lookBack)} onChange={(value) => setUrl({ back: value ?? undefined })} data={choices(backs)} />
        <Select label={words.repeats} w={230} maw="100%" value={transform} onChange={(value) => setUrl({ paths: value === 'every' ? undefined : (value ?? undefined) })} data={choices(words.transforms)} />
        {model === chosen ? (
          <Group gap={6} h={36} wrap="nowrap">
            <IconCheck size={16} aria-hidden />
            <Text size="sm">{words.chosen}</Text>
          </Group>
        ) : (
          may && (
            <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate(undefined)}>
              {words.choose}
            </Button>
          )
        )}
      </Group>
      <Text c="dimmed" maw={720}>
        {words.explained[model]}
      </Text>
      {silent && (
        <Alert variant="light" color="yellow">
          {words.silent(silent)}
        </Alert>
      )}
    </Stack>
  );
}
