import { answer, client } from '../api';
import { t } from '../texts';
import { linesOf, optionsOf, orNull, researchKeys, type Schemas } from './sheet';
import { type Field, SheetModal } from './SheetModal';

const words = t.research.overview;
const fields: Field[] = [
  { key: 'industry', kind: 'text', label: words.industry },
  { key: 'size', kind: 'select', label: words.size, options: optionsOf(words.sizes) },
  { key: 'needs', kind: 'multi', label: words.needs, options: optionsOf(t.research.needs) },
  { key: 'markets', kind: 'lines', label: words.markets },
  { key: 'regulated', kind: 'check', label: words.regulated },
  { key: 'checker', kind: 'text', label: words.checker },
  { key: 'firm', kind: 'text', label: words.firm, hint: words.firmHint },
  { key: 'title', kind: 'text', label: words.wider },
  { key: 'link', kind: 'text', label: words.widerLink },
  { key: 'objectives', kind: 'lines', label: words.widerObjectives },
  { key: 'otherChannels', kind: 'lines', label: words.widerChannels },
  { key: 'siteGoals', kind: 'lines', label: words.widerSite },
];

/** The organisation behind the plan. */
export function ProfileForm({ plan, sheet, onClose }: { plan: string; sheet: Schemas['ProfileSheet']; onClose: () => void }) {
  const wider = sheet.wider;
  return (
    <SheetModal
      title={words.profile}
      fields={fields}
      initial={{
        industry: sheet.industry ?? '',
        size: sheet.size ?? null,
        needs: sheet.needs ?? [],
        markets: (sheet.markets ?? []).join('\n'),
        regulated: sheet.regulated ?? false,
        checker: sheet.checker ?? '',
        firm: sheet.firm ?? '',
        title: wider?.title ?? '',
        link: wider?.link ?? '',
        objectives: (wider?.objectives ?? []).join('\n'),
        otherChannels: (wider?.otherChannels ?? []).join('\n'),
        siteGoals: (wider?.siteGoals ?? []).join('\n'),
      }}
      invalidate={researchKeys(plan)}
      onClose={onClose}
      onSend={(values) =>
        answer(
          client.PUT('/api/v1/plans/{plan}/research/profile', {
            params: { path: { plan } },
            body: {
              sheet: {
                industry: orNull(values.industry as string),
                size: orNull(values.size as Schemas['OrganisationSize']),
                needs: values.needs as NonNullable<Schemas['ResearchNeed']>[],
                markets: linesOf(values.markets),
                regulated: values.regulated as boolean,
                checker: orNull(values.checker as string),
                firm: orNull(values.firm as string),
                wider: { title: orNull(values.title as string), link: orNull(values.link as string), objectives: linesOf(values.objectives), otherChannels: linesOf(values.otherChannels), siteGoals: linesOf(values.siteGoals) },
              },
            },
          }),
        )
      }
    />
  );
}
