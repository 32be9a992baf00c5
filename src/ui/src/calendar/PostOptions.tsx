import { Checkbox, Fieldset, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { answer, client, type components, useRead } from '../api';
import { NetworkMark, useBrand } from '../shared';
import { t } from '../texts';
import { type Draft, type Options, withOption } from './draft';
import type { Chosen } from './Editor';

type Option = components['schemas']['PostOption'];
const words = t.writing.options;

interface Props {
  draft: Draft;
  chosen: Chosen[];
  onChange: (draft: Draft) => void;
  disabled: boolean;
}

/** What a network lets one say of a single post: its audience, its community, its button. What is left as it is follows the account. */
export function PostOptions({ draft, chosen, onChange, disabled }: Props) {
  const brand = useBrand();
  const able = chosen.filter(({ network }) => (network?.posting?.options ?? []).length > 0);
  const connections = useRead(['connections', brand.id], () => answer(client.GET('/api/v1/connections', { params: { query: { brand: brand.id } } }))).data;
  return (
    <>
      {able.map(({ account, network }) => {
        const said = draft.accounts.find((each) => each.id === account.id)?.options ?? {};
        const settings = connections?.find((one) => one.account === account.id)?.settings ?? {};
        const count = Object.keys(said).length;
        return (
          <details key={account.id} open={count > 0 || undefined}>
            <summary>
              <Group component="span" gap="xs" display="inline-flex" maw="calc(100% - 24px)" style={{ verticalAlign: 'top' }}>
                <NetworkMark network={account.network} name={words.on(network?.name ?? account.network)} />
                <Text component="span" size="sm" c="dimmed">
                  {count === 0 ? words.asAccount : words.own(count)}
                </Text>
              </Group>
            </summary>
            <Fieldset variant="unstyled" mt="sm" disabled={disabled} aria-label={words.on(network?.name ?? account.network)}>
              <Stack gap="sm">
                {(network?.posting?.options ?? []).map((option) => (
                  <OneOption key={option.key} option={option} said={said} settings={settings} onSay={(value) => onChange(withOption(draft, account.id, option.key, value))} />
                ))}
              </Stack>
            </Fieldset>
          </details>
        );
      })}
    </>
  );
}

function OneOption({ option, said, settings, onSay }: { option: Option; said: Options; settings: Record<string, string>; onSay: (value: string) => void }) {
  const value = said[option.key] ?? '';
  const usual = option.fromAccount ? settings[option.key] : undefined;
  const wordsOf = (one: string) => option.choices?.find((choice) => choice.value === one)?.label ?? one;
  const placeholder = usual ? words.usual(wordsOf(usual)) : option.fromAccount ? words.asAccount : undefined;
  const shared = { label: option.label, description: option.hint ?? undefined };
  if (option.kind === 'toggle') return <Checkbox {...shared} checked={value === 'yes'} onChange={(event) => onSay(event.currentTarget.checked ? 'yes' : '')} />;
  if (option.kind === 'choice')
    return <Select {...shared} clearable data={(option.choices ?? []).map((choice) => ({ value: choice.value, label: choice.label }))} value={value || null} placeholder={placeholder ?? words.unsaid} onChange={(chosen) => onSay(chosen ?? '')} />;
  return <TextInput {...shared} type={option.kind === 'link' ? 'url' : 'text'} value={value} placeholder={placeholder} maxLength={option.kind === 'text' ? undefined : 2000} onChange={(event) => onSay(event.currentTarget.value)} />;
}
