import { Button, Text } from '@mantine/core';
import { answer, client, type components, useCommand, useRead } from '../api';
import { type Column, DataTable, Empty, Loaded, useMay, useUrl } from '../shared';
import { t } from '../texts';
import { SettingsPage } from './SettingsPage';
import { TemplateForm } from './TemplateForm';

export type Template = components['schemas']['TemplateLine'];
const words = t.settings.templates;
const invalidate = [['plan-templates']];

/** The templates a plan may begin with: those of the product, and those made of own plans. */
export default function TemplatesPage() {
  const mayEdit = useMay('editPlan');
  const [url, setUrl] = useUrl();
  const read = useRead(['plan-templates'], () => answer(client.GET('/api/v1/plan-templates')));
  const at = (template: string) => ({ params: { path: { template } } });
  const remove = useCommand(
    async (template: Template) => {
      const { yaml } = await answer(client.GET('/api/v1/plan-templates/{template}', at(template.key)));
      await answer(client.DELETE('/api/v1/plan-templates/{template}', at(template.key)));
      return yaml;
    },
    { invalidate, done: ({ title }) => words.removed(title), undo: (_, yaml) => answer(client.POST('/api/v1/plan-templates', { body: { yaml } })) },
  );
  const columns: Column<Template>[] = [
    { key: 'title', title: words.name, primary: true, cell: (row) => row.title, sort: (row) => row.title },
    { key: 'says', title: words.says, cell: (row) => row.says, long: true, hideBelow: 960 },
    { key: 'business', title: t.plans.start.business, cell: (row) => spoken(row.business), sort: (row) => row.business, hideBelow: 720 },
    { key: 'size', title: t.plans.start.size, cell: (row) => spoken(row.size), sort: (row) => row.size, hideBelow: 720 },
    { key: 'holds', title: words.holds, cell: (row) => <Text span className="figures">{t.plans.start.holds(row.holds.goals ?? 0, row.holds.channels ?? 0, row.holds.actions ?? 0)}</Text> },
    { key: 'own', title: words.whose, cell: (row) => (row.own ? words.own : words.shipped), sort: (row) => row.own },
    {
      key: 'remove',
      title: t.actions.doSomething,
      hideTitle: true,
      hideInCard: (row) => !row.own,
      cell: (row) =>
        mayEdit && row.own ? (
          <Button variant="subtle" color="red" size="compact-sm" aria-label={words.removeOne(row.title)} onClick={() => remove.mutate(row)}>
            {words.remove}
          </Button>
        ) : null,
    },
  ];
  const opened = read.data?.find((row) => row.key === url.template);
  return (
    <SettingsPage purpose={words.purpose} add={null}>
      <Loaded read={read}>
        {(rows) => (
          <DataTable
            label={words.tab}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.key}
            rowName={(row) => row.title}
            firstSort="-own"
            onOpen={(row) => setUrl({ template: row.key }, true)}
            openKey={url.template}
            empty={<Empty title={words.tab} text={words.purpose} />}
          />
        )}
      </Loaded>
      {opened && <TemplateForm key={opened.key} template={opened} mayEdit={mayEdit && opened.own} onClose={() => setUrl({ template: undefined })} />}
    </SettingsPage>
  );
}

const spoken = (key: string) => (key === 'b2b' ? 'B2B' : key.charAt(0).toUpperCase() + key.slice(1).replaceAll('-', ' '));
