import { Button, Text } from '@mantine/core';
import { answer, client, type components, useCommand, useRead } from '../api';
import { type Column, DataTable, Empty, Loaded, useBrand, useMay, useUrl } from '../shared';
import { t } from '../texts';
import { FieldForm } from './FieldForm';
import { SettingsPage } from './SettingsPage';

export type OwnField = components['schemas']['CustomFieldView'];
const words = t.settings.fields;

/** The fields this organisation adds to goals, accounts and the rest. */
export default function FieldsPage() {
  const brand = useBrand();
  const mayChange = useMay('runPlan');
  const [url, setUrl] = useUrl();
  const key = ['custom-fields', brand.id];
  const fields = useRead(key, () => answer(client.GET('/api/v1/custom-fields', { params: { query: { brand: brand.id, archived: true } } })));
  const put = (field: OwnField, archived: boolean) => answer(client.POST('/api/v1/custom-fields/{field}/archive', { params: { path: { field: field.id } }, body: { archived } }));
  const archive = useCommand((field: OwnField) => put(field, !field.archived), {
    invalidate: [key, ['own-fields']],
    done: (field) => (field.archived ? words.restored(field.label) : words.archived(field.label)),
    undo: (field) => put(field, field.archived),
  });
  const add = () => setUrl({ add: 'field' }, true);
  const columns: Column<OwnField>[] = [
    { key: 'label', title: words.label, primary: true, cell: (field) => field.label, sort: (field) => field.label },
    { key: 'place', title: words.place, cell: (field) => words.places[field.place], sort: (field) => words.places[field.place] },
    { key: 'type', title: words.type, cell: (field) => (field.type === 'choice' ? field.choices.join(', ') : words.types[field.type]), sort: (field) => words.types[field.type] },
    { key: 'used', title: words.used, cell: (field) => <Text className="figures">{field.used}</Text>, sort: (field) => field.used, hideBelow: 720 },
    {
      key: 'archive',
      title: t.actions.doSomething,
      hideTitle: true,
      cell: (field) =>
        mayChange ? (
          <Button variant="subtle" size="compact-sm" aria-label={(field.archived ? words.restoreOne : words.archiveOne)(field.label)} onClick={() => archive.mutate(field)}>
            {field.archived ? words.restore : words.archive}
          </Button>
        ) : null,
    },
  ];
  const opened = fields.data?.find((field) => field.id === url.field);
  return (
    <SettingsPage purpose={words.purpose} add={mayChange ? { id: 'fields.add', label: words.add, run: add, keywords: ['custom', 'column'] } : null}>
      <Loaded read={fields}>
        {(rows) => (
          <DataTable
            label={words.tab}
            rows={rows}
            columns={columns}
            rowKey={(field) => field.id}
            rowName={(field) => field.label}
            onOpen={mayChange ? (field) => setUrl({ field: field.id }, true) : undefined}
            empty={<Empty title={words.emptyTitle} text={words.empty} action={mayChange ? { label: words.add, onClick: add } : undefined} />}
          />
        )}
      </Loaded>
      {mayChange && (url.add === 'field' || opened) && <FieldForm key={opened?.id ?? 'new'} field={opened} onClose={() => setUrl({ add: undefined, field: undefined })} />}
    </SettingsPage>
  );
}
