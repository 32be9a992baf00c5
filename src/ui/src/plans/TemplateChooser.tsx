import { Badge, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, client, type components, useRead } from '../api';
import { Loaded } from '../shared';
import { t } from '../texts';

type Template = components['schemas']['TemplateLine'];
const words = t.plans.start;

const spoken = (key: string) => (key === 'b2b' ? 'B2B' : key.charAt(0).toUpperCase() + key.slice(1).replaceAll('-', ' '));
const options = (templates: Template[], of: (template: Template) => string) => [...new Set(templates.map(of))].sort().map((value) => ({ value, label: spoken(value) }));

/** Templates by what for, kind of business and size; each says what it would put into the plan. */
export function TemplateChooser({ value, onChange }: { value: string | null; onChange: (key: string | null) => void }) {
  const [intent, setIntent] = useState<string | null>(null);
  const [business, setBusiness] = useState<string | null>(null);
  const [size, setSize] = useState<string | null>(null);
  const read = useRead(['plan-templates'], () => answer(client.GET('/api/v1/plan-templates')));
  return (
    <Loaded read={read}>
      {(templates) => {
        const shown = templates.filter((each) => (!intent || each.intent === intent) && (!business || each.business === business) && (!size || each.size === size));
        return (
          <Stack>
            <Group grow align="flex-end">
              <Select label={words.intent} placeholder={words.any} clearable data={options(templates, (each) => each.intent)} value={intent} onChange={setIntent} />
              <Select label={words.business} placeholder={words.any} clearable data={options(templates, (each) => each.business)} value={business} onChange={setBusiness} />
              <Select label={words.size} placeholder={words.any} clearable data={options(templates, (each) => each.size)} value={size} onChange={setSize} />
            </Group>
            <Radio.Group aria-label={words.steps.template} value={value ?? ''} onChange={(key) => onChange(key || null)}>
              <Stack gap="sm">
                <Radio value="" label={words.blank} description={words.blankText} />
                {shown.map((template) => (
                  <Radio
                    key={template.key}
                    value={template.key}
                    label={template.title}
                    description={
                      <>
                        <Text span size="sm" display="block">
                          {template.says}
                        </Text>
                        <Text span size="sm" display="block">
                          {template.goals.join(' · ')}
                        </Text>
                        {template.archetypes.length > 0 && (
                          <Text span size="sm" display="block">
                            {words.setsUp(template.archetypes.map((archetype) => words.archetypes[archetype]).join(', '))}
                          </Text>
                        )}
                        <Group gap={6} component="span" mt={4}>
                          <Badge variant="outline" size="sm" component="span">
                            {spoken(template.business)}
                          </Badge>
                          <Badge variant="outline" size="sm" component="span">
                            {spoken(template.size)}
                          </Badge>
                          <Text span size="xs">
                            {words.holds(template.holds.goals ?? 0, template.holds.channels ?? 0, template.holds.actions ?? 0)}
                          </Text>
                        </Group>
                        {value === template.key && (
                          <Text span size="sm" display="block" mt={4}>
                            {words.templateNote}
                          </Text>
                        )}
                      </>
                    }
                  />
                ))}
              </Stack>
            </Radio.Group>
          </Stack>
        );
      }}
    </Loaded>
  );
}
