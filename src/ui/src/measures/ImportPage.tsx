import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useRead } from '../api';
import { FormSkeleton, locale, Page, ProblemPanel, useBrand, useMay } from '../shared';
import { t } from '../texts';
import { DryRun } from './DryRun';
import { FileDrop } from './FileDrop';
import { type ChosenFile, chosen, type ImportMapping, type ImportPreview } from './importing';
import { measuresTabs } from './measure';
import { PastImports } from './PastImports';
import { useSubjects } from './useMetrics';

const words = t.imports;

/** A file becomes numbers: drop it, look, import, undo. */
export default function ImportPage() {
  const brand = useBrand();
  const may = useMay('editNumbers');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [mapping, setMapping] = useState<ImportMapping | null>(null);
  const subjects = useSubjects();
  const preview = useRead(
    ['import-preview', brand.id, file?.key, JSON.stringify(mapping)],
    (signal) => answer(client.POST('/api/v1/imports/preview', { body: { brand: brand.id, content: file?.content ?? '', mapping: mapping ?? undefined, locale: locale() }, signal })),
    { enabled: file !== null, keep: mapping !== null },
  );
  // What was seen last stays while another look is under way, or its choices are refused: they are mended where they were made.
  const [seen, setSeen] = useState<ImportPreview | null>(null);
  if (preview.data && preview.data !== seen) setSeen(preview.data);
  const start = (next: ChosenFile | null) => {
    setMapping(null);
    setSeen(null);
    setFile(next);
  };
  const problem = seen?.problem;
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      help={words.help}
      tabs={measuresTabs}
      action={
        file && (
          <Button variant="default" onClick={() => start(null)}>
            {words.other}
          </Button>
        )
      }
    >
      <Stack gap="xl">
        {may && !file && <FileDrop busy={false} onFile={(next) => void chosen(next).then(start)} />}
        {file && preview.problem && !(seen && mapping) && <ProblemPanel problem={preview.problem} retry={() => void preview.refetch()} />}
        {file && !seen && !preview.problem && <FormSkeleton />}
        {file && problem && <FileProblem words={problem} />}
        {file && seen && !problem && (!preview.problem || mapping) && (
          <DryRun
            file={file}
            preview={seen}
            mapping={mapping ?? seen.mapping}
            looking={preview.isFetching}
            refused={preview.problem}
            subjects={subjects.data ?? []}
            onChange={setMapping}
            onDone={() => start(null)}
          />
        )}
        <PastImports />
      </Stack>
    </Page>
  );
}

function FileProblem({ words: said }: { words: string }) {
  return (
    <div role="alert">
      <strong>{words.unreadable}</strong>
      <p>{said}</p>
    </div>
  );
}
