import { answer, client } from '../api';
import { t } from '../texts';
import { linesOf, numberOrNull, optionsOf, orNull, researchKeys, type Schemas } from './sheet';
import { SheetModal } from './SheetModal';
import { useGoalOptions } from './useResearch';

const words = t.research.audiences;

export function AudienceForm({ plan, audience, onClose }: { plan: string; audience?: Schemas['AudienceView']; onClose: () => void }) {
  const goals = useGoalOptions(plan);
  const sheet = audience?.sheet;
  return (
    <SheetModal
      title={audience ? t.research.edit : words.add}
      fields={[
        { key: 'name', kind: 'text', label: words.name, required: true },
        { key: 'description', kind: 'long', label: words.description },
        { key: 'needs', kind: 'lines', label: words.needsList },
        { key: 'segment', kind: 'select', label: words.segment, options: optionsOf(t.research.segments) },
        { key: 'size', kind: 'number', label: words.size },
        { key: 'need', kind: 'select', label: words.need, options: optionsOf(t.research.needs) },
        { key: 'goals', kind: 'multi', label: words.goals, options: goals },
      ]}
      initial={{ name: sheet?.name ?? '', description: sheet?.description ?? '', needs: (sheet?.needs ?? []).join('\n'), segment: sheet?.segment ?? null, size: sheet?.size ?? '', need: sheet?.need ?? null, goals: sheet?.goals ?? [] }}
      invalidate={researchKeys(plan)}
      onClose={onClose}
      onSend={(values) => {
        const body = {
          sheet: {
            name: values.name as string,
            description: orNull(values.description as string),
            needs: linesOf(values.needs),
            segment: orNull(values.segment as Schemas['CustomerSegment']),
            size: numberOrNull(values.size),
            need: orNull(values.need as Schemas['ResearchNeed']),
            goals: values.goals as string[],
          },
        };
        return audience ? answer(client.PUT('/api/v1/audiences/{audience}', { params: { path: { audience: audience.id } }, body })) : answer(client.POST('/api/v1/plans/{plan}/audiences', { params: { path: { plan } }, body }));
      }}
    />
  );
}

export function PersonaForm({ plan, audience, persona, onClose }: { plan: string; audience: string; persona?: Schemas['PersonaView']; onClose: () => void }) {
  const sheet = persona?.sheet;
  return (
    <SheetModal
      title={persona ? t.research.edit : words.addPersona}
      fields={[
        { key: 'name', kind: 'text', label: words.name, required: true },
        { key: 'who', kind: 'text', label: words.who },
        { key: 'job', kind: 'long', label: words.job },
        { key: 'obstacles', kind: 'long', label: words.obstacles },
        { key: 'quote', kind: 'long', label: words.quote },
        { key: 'place', kind: 'text', label: words.place },
      ]}
      initial={{ name: sheet?.name ?? '', who: sheet?.who ?? '', job: sheet?.job ?? '', obstacles: sheet?.obstacles ?? '', quote: sheet?.quote ?? '', place: sheet?.place ?? '' }}
      invalidate={researchKeys(plan)}
      onClose={onClose}
      onSend={(values) => {
        const text = (key: string) => orNull(values[key] as string);
        const body = { sheet: { name: values.name as string, who: text('who'), job: text('job'), obstacles: text('obstacles'), quote: text('quote'), place: text('place') } };
        return persona ? answer(client.PUT('/api/v1/personas/{persona}', { params: { path: { persona: persona.id } }, body })) : answer(client.POST('/api/v1/audiences/{audience}/personas', { params: { path: { audience } }, body }));
      }}
    />
  );
}
