import { Alert, Button, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, type Problem, useCommand } from '../api';
import { Figure, ProblemAlert, useBrand } from '../shared';
import { t } from '../texts';
import { ColumnTable } from './ColumnTable';
import type { ChosenFile, ImportMapping, ImportPreview, MeasureSubject } from './importing';
import { LeftOutList } from './LeftOutList';
import { MappingSettings } from './MappingSettings';

const words = t.imports;

interface Props {
  file: ChosenFile;
  /** What the last look saw. */
  preview: ImportPreview;
  /** The choices as they stand now; another look may be under way for them. */
  mapping: ImportMapping;
  looking: boolean;
  /** Why the choices cannot be taken as they stand. */
  refused: Problem | null;
  subjects: MeasureSubject[];
  onChange: (mapping: ImportMapping) => void;
  onDone: () => void;
}

function Count({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="lg" fw={600}>
        <Figure value={value} />
      </Text>
    </div>
  );
}

/** What the import would do, and the button that does it. */
export function DryRun({ file, preview, mapping, looking, refused, subjects, onChange, onDone }: Props) {
  const brand = useBrand();
  const [whenPresent, setWhenPresent] = useState<'correct' | 'skip'>('correct');
  const count = preview.new + (whenPresent === 'correct' ? preview.different : 0);
  const again = preview.earlier !== null;
  const run = useCommand(() => answer(client.POST('/api/v1/imports', { body: { brand: brand.id, fileName: file.name, content: file.content, mapping, whenPresent, again } })), {
    invalidate: [['imports', brand.id], ['grid', brand.id], ['number-subjects', brand.id]],
    done: (_, result) => words.done(result.recorded + result.corrected),
    undo: (_, result) => answer(client.POST('/api/v1/imports/{run}/revert', { params: { path: { run: result.id } } })),
    quiet: true,
    onDone,
  });
  return (
    <Stack gap="lg">
      <div>
        <Title order={2}>{words.itIs(preview.mapping.source)}</Title>
        <Text c="dimmed">
          {words.kind(preview.kind, preview.rowsRead, preview.rowsTaken)} {preview.remembered && words.remembered}
        </Text>
      </div>
      {preview.notices.map((notice) => (
        <Alert key={notice} color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          {notice}
        </Alert>
      ))}
      {preview.earlier && (
        <Alert color="blue" variant="light" icon={<IconInfoCircle aria-hidden />}>
          {words.earlier(new Date(preview.earlier.at).toLocaleDateString(), preview.earlier.by)}
        </Alert>
      )}
      <MappingSettings preview={preview} mapping={mapping} subjects={subjects} onChange={onChange} />
      <ColumnTable columns={preview.columns} mapping={mapping} subjects={subjects} onChange={onChange} />
      <section>
        <Title order={2} mb="xs">
          {words.whatHappens}
        </Title>
        <Group gap="xl">
          <Count label={words.fresh} value={preview.new} />
          <Count label={words.same} value={preview.same} />
          <Count label={words.different} value={preview.different} />
        </Group>
        {preview.different > 0 && (
          <Radio.Group mt="sm" label={words.whenPresent} value={whenPresent} onChange={(value) => setWhenPresent(value as typeof whenPresent)}>
            <Stack gap="xs" mt="xs">
              <Radio value="correct" label={words.correct} />
              <Radio value="skip" label={words.skip} />
            </Stack>
          </Radio.Group>
        )}
      </section>
      <ProblemAlert problem={refused ?? run.problem} />
      <Group>
        <Button onClick={() => run.mutate()} loading={run.isPending || looking} disabled={count === 0 || preview.needsStart || refused !== null}>
          {again ? words.again(count) : words.run(count)}
        </Button>
        {preview.needsStart && <Text size="sm">{words.startHint}</Text>}
      </Group>
      <LeftOutList rows={preview.leftOut} count={preview.leftOutCount} />
    </Stack>
  );
}
