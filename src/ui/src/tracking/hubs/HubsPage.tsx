import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { answer, client, type components, useCommand, useRead } from '../../api';
import { type Column, DataTable, Empty, Figure, formatNumber, ListWithDetail, Loaded, Page, ProblemAlert, useBrand, useMay, useUrl, useVerb } from '../../shared';
import { trackingTabs } from '../../tabs';
import { t } from '../../texts';
import { HubPanel } from './HubPanel';

type Hub = components['schemas']['HubView'];
const words = t.hubs;
const whole = (value: number) => formatNumber(value, 0);
export const stateOf = (hub: Hub) => (!hub.publishedAt ? words.states.draft : hub.hasChanges ? words.states.changed : words.states.live);

const columns: Column<Hub>[] = [
  { key: 'title', title: words.heading, primary: true, cell: (hub) => hub.title, sort: (hub) => hub.title },
  { key: 'name', title: words.name, cell: (hub) => `/h/${hub.name}`, sort: (hub) => hub.name },
  { key: 'state', title: words.state, cell: stateOf, sort: stateOf },
  { key: 'links', title: words.links, align: 'right', hideBelow: 720, cell: (hub) => hub.links.length, sort: (hub) => hub.links.length },
  { key: 'views', title: words.views, align: 'right', cell: (hub) => <Figure value={hub.views} format={whole} />, sort: (hub) => hub.views },
];

function MakeHub({ opened, onClose, onMade }: { opened: boolean; onClose: () => void; onMade: (hub: Hub) => void }) {
  const brand = useBrand();
  const form = useForm({
    initialValues: { title: '', name: '' },
    validate: { title: (value) => (value.trim() === '' ? words.headingMissing : null), name: (value) => (value.trim() === '' ? words.nameMissing : null) },
  });
  const make = useCommand((body: typeof form.values) => answer(client.POST('/api/v1/brands/{brand}/link-hubs', { params: { path: { brand: brand.id } }, body })), {
    form,
    done: (_, hub) => words.made(hub.title),
    invalidate: [['hubs', brand.id]],
    onDone: (hub) => {
      form.reset();
      onMade(hub);
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={words.make} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => make.mutate(values))}>
        <Stack gap="md">
          <TextInput label={words.heading} description={words.headingHint} maxLength={80} data-autofocus {...form.getInputProps('title')} />
          <TextInput label={words.name} description={words.nameHint} maxLength={40} leftSection="/h/" leftSectionWidth={36} {...form.getInputProps('name')} />
          <ProblemAlert problem={make.problem} form={form} />
          <Button type="submit" loading={make.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.make}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

/** Pages of links for profiles: the list, and the one that is open beside it. */
export default function HubsPage() {
  const brand = useBrand();
  const may = useMay('writePosts');
  const [url, setUrl] = useUrl();
  const read = useRead(['hubs', brand.id], () => answer(client.GET('/api/v1/brands/{brand}/link-hubs', { params: { path: { brand: brand.id } } })), { keep: true });
  const make = () => setUrl({ hub: 'new' }, true);
  useVerb(may ? { id: 'hubs.make', label: words.make, run: make, keywords: ['bio', 'profile'] } : null);
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      help={words.help}
      tabs={trackingTabs}
      action={
        may && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={make}>
            {words.make}
          </Button>
        )
      }
    >
      <ListWithDetail detail={url.hub && url.hub !== 'new' && <HubPanel id={url.hub} onClose={() => setUrl({ hub: undefined })} />}>
        <Loaded read={read}>
          {(hubs) => (
            <DataTable
              label={words.title}
              rows={hubs}
              columns={columns}
              rowKey={(hub) => hub.id}
              rowName={(hub) => hub.title}
              onOpen={(hub) => setUrl({ hub: hub.id }, true)}
              openKey={url.hub}
              empty={<Empty title={words.emptyTitle} text={words.empty} action={may ? { label: words.make, onClick: make } : undefined} />}
            />
          )}
        </Loaded>
      </ListWithDetail>
      <MakeHub opened={may && url.hub === 'new'} onClose={() => setUrl({ hub: undefined })} onMade={(hub) => setUrl({ hub: hub.id })} />
    </Page>
  );
}
