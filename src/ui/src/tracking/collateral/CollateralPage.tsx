import { Button, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { answer, client, useRead } from '../../api';
import { trackingTabs } from '../../tabs';
import { type Column, DataTable, Empty, Figure, type Filter, formatNumber, ListWithDetail, Loaded, MoneySums, NoData, Page, useBrand, useMay, useUrl, useVerb } from '../../shared';
import { t } from '../../texts';
import { kinds, type Piece } from './collateral';
import { PieceForm } from './PieceForm';
import { PiecePanel } from './PiecePanel';

const words = t.collateral;
const whole = (value: number) => formatNumber(value, 0);

const columns: Column<Piece>[] = [
  { key: 'title', title: words.columns.title, primary: true, cell: (piece) => piece.title, sort: (piece) => piece.title },
  { key: 'kind', title: words.columns.kind, cell: (piece) => words.kinds[piece.kind], sort: (piece) => words.kinds[piece.kind] },
  { key: 'claim', title: words.columns.claim, hideBelow: 960, hideInCard: (piece) => !piece.claimText, cell: (piece) => piece.claimText ?? <NoData reason={words.noClaim} />, sort: (piece) => piece.claimText },
  { key: 'uses', title: words.columns.uses, align: 'right', cell: (piece) => <Figure value={piece.uses} format={whole} />, sort: (piece) => piece.uses },
  { key: 'opened', title: words.columns.opened, align: 'right', hideBelow: 720, cell: (piece) => <Figure value={piece.opened} format={whole} />, sort: (piece) => piece.opened },
  { key: 'opportunities', title: words.columns.opportunities, align: 'right', cell: (piece) => <Figure value={piece.opportunities} format={whole} />, sort: (piece) => piece.opportunities },
  { key: 'value', title: words.columns.value, align: 'right', cell: (piece) => <MoneySums sums={piece.value} reason={words.noValue} />, sort: (piece) => piece.value[0]?.amount },
];

const filters: Filter<Piece>[] = [{ key: 'kind', label: words.kind, options: kinds.map((value) => ({ value, label: words.kinds[value] })), test: (piece, value) => piece.kind === value }];

/** The library of proofs, with what each one did. */
export default function CollateralPage() {
  const brand = useBrand();
  const mayWrite = useMay('writePosts');
  const [url, setUrl] = useUrl();
  const archived = url.archived === 'yes';
  const read = useRead(['collateral', 'list', brand.id, archived], () => answer(client.GET('/api/v1/collateral', { params: { query: { brand: brand.id, archived } } })), { keep: true });
  const add = () => setUrl({ add: 'piece' }, true);
  useVerb(mayWrite ? { id: 'collateral.add', label: words.add, run: add, keywords: ['case', 'testimonial', 'proof', 'sales'] } : null);
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      help={words.help}
      tabs={trackingTabs}
      action={
        mayWrite && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {words.add}
          </Button>
        )
      }
    >
      <Stack gap="lg">
        <SegmentedControl
          aria-label={words.which}
          value={archived ? 'yes' : 'no'}
          onChange={(value) => setUrl({ archived: value === 'yes' ? value : undefined, item: undefined })}
          data={[
            { value: 'no', label: words.inUse },
            { value: 'yes', label: words.archivedOnes },
          ]}
          style={{ alignSelf: 'flex-start' }}
        />
        <ListWithDetail detail={url.item && <PiecePanel key={url.item} id={url.item} onClose={() => setUrl({ item: undefined })} />}>
          <Loaded read={read}>
            {(pieces) => (
              <DataTable
                label={words.title}
                rows={pieces}
                columns={columns}
                filters={filters}
                rowKey={(piece) => piece.id}
                rowName={(piece) => piece.title}
                searchText={(piece) => `${piece.title} ${piece.text ?? ''} ${piece.link ?? ''} ${piece.claimText ?? ''}`}
                onOpen={(piece) => setUrl({ item: piece.id }, true)}
                openKey={url.item}
                take={25}
                empty={archived ? <Text c="dimmed">{words.noArchived}</Text> : <Empty title={words.emptyTitle} text={words.empty} action={mayWrite ? { label: words.add, onClick: add } : undefined} />}
              />
            )}
          </Loaded>
        </ListWithDetail>
      </Stack>
      <Modal opened={mayWrite && url.add === 'piece'} onClose={() => setUrl({ add: undefined })} title={words.add} size="lg" closeButtonProps={{ 'aria-label': t.actions.close }}>
        <PieceForm piece={null} onDone={(piece) => setUrl({ add: undefined, item: piece.id })} />
      </Modal>
    </Page>
  );
}
