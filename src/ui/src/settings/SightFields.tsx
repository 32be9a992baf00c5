import { MultiSelect, Stack, Text } from '@mantine/core';
import { answer, client, type Role, useRead } from '../api';
import { useAccount } from '../shared';
import { t } from '../texts';

const words = t.settings.members;

export interface Sight {
  onlyBrands: string[];
  onlyPlans: string[];
}

interface Props {
  role: Role;
  value: Sight;
  onChange: (sight: Sight) => void;
  error?: { brands?: string; plans?: string };
  disabled?: boolean;
}

/** The brands a member sees, and for a guest the plans. An owner sees everything, so there is nothing to pick. */
export function SightFields({ role, value, onChange, error, disabled }: Props) {
  const { brands } = useAccount();
  const guest = role === 'guest';
  const plans = useRead(['plans', 'all'], () => answer(client.GET('/api/v1/plans', { params: { query: { closed: false } } })), { enabled: guest });
  if (role === 'owner') return <Text c="dimmed">{words.ownerSees}</Text>;
  const named = (id: string) => brands.find((brand) => brand.id === id)?.name ?? words.otherBrand;
  const within = (brand: string) => value.onlyBrands.length === 0 || value.onlyBrands.includes(brand);
  return (
    <Stack gap="md">
      <MultiSelect
        label={words.brands}
        description={words.brandsHint}
        placeholder={value.onlyBrands.length === 0 ? words.everyBrand : undefined}
        data={[...new Set([...brands.map((brand) => brand.id), ...value.onlyBrands])].map((id) => ({ value: id, label: named(id) }))}
        value={value.onlyBrands}
        onChange={(onlyBrands) => onChange({ onlyBrands, onlyPlans: value.onlyPlans.filter((plan) => plans.data?.some((one) => one.id === plan && (onlyBrands.length === 0 || onlyBrands.includes(one.brand)))) })}
        error={error?.brands}
        disabled={disabled}
        clearable
      />
      {guest && (
        <MultiSelect
          label={words.plans}
          description={words.plansHint}
          placeholder={value.onlyPlans.length === 0 ? words.everyPlan : undefined}
          data={(plans.data ?? []).filter((plan) => within(plan.brand) || value.onlyPlans.includes(plan.id)).map((plan) => ({ value: plan.id, label: `${plan.title} (${named(plan.brand)})` }))}
          value={value.onlyPlans}
          onChange={(onlyPlans) => onChange({ ...value, onlyPlans })}
          error={error?.plans}
          disabled={disabled}
          clearable
        />
      )}
    </Stack>
  );
}
