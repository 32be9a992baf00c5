import { Group, NumberInput, Select, Text } from '@mantine/core';
import { TimeField } from '../../shared/forms/TimeField';
import { t } from '../../texts';
import type { Expiry, Time } from './useTemplate';

const words = t.postTemplates.editor;

interface Props {
  time: Time;
  expiry: Expiry;
  /** Names that may hold the end. */
  variables: string[];
  onTime: (time: Time) => void;
  onExpiry: (expiry: Expiry) => void;
  disabled: boolean;
}

/** When a template's posts go out, until when they hold, and what happens then. */
export function WhenPart({ time, expiry, variables, onTime, onExpiry, disabled }: Props) {
  const then = expiry.kind === 'forGood' ? 'mark' : expiry.then;
  const names = [...new Set(['until', ...variables.filter((name) => !['place', 'from', 'to', 'day', 'date'].includes(name))])];
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }} disabled={disabled}>
      <legend>
        <Text fw={600}>{words.when}</Text>
      </legend>
      <Group align="flex-end" gap="sm" mb="md">
        <Select
          aria-label={words.when}
          w={262}
          value={time.kind}
          data={[
            { value: 'at', label: words.atTime },
            { value: 'minutes', label: words.relative },
          ]}
          onChange={(kind) => onTime(kind === 'minutes' ? { kind: 'minutes', minutes: -60 } : { kind: 'at', at: '09:00' })}
        />
        {time.kind === 'at' ? (
          <TimeField aria-label={words.time} value={time.at} onChange={(at) => at !== '' && onTime({ kind: 'at', at })} />
        ) : (
          <>
            <NumberInput aria-label={words.minutes} w={96} min={0} max={1440} step={15} suffix={words.inMinutes} allowDecimal={false} value={Math.abs(time.minutes)} onChange={(minutes) => onTime({ kind: 'minutes', minutes: (time.minutes > 0 ? 1 : -1) * Number(minutes || 0) })} />
            <Select
              aria-label={words.direction}
              w={164}
              value={time.minutes > 0 ? 'after' : 'before'}
              data={[
                { value: 'before', label: words.before },
                { value: 'after', label: words.after },
              ]}
              onChange={(side) => onTime({ kind: 'minutes', minutes: (side === 'after' ? 1 : -1) * (Math.abs(time.minutes) || 15) })}
            />
          </>
        )}
      </Group>
      <Group align="flex-end" gap="sm">
        <Select
          label={words.expiry}
          w={262}
          value={expiry.kind}
          data={[
            { value: 'forGood', label: words.forGood },
            { value: 'variable', label: words.atVariable },
            { value: 'hours', label: words.afterHours },
          ]}
          onChange={(kind) => onExpiry(kind === 'variable' ? { kind, variable: 'until', then } : kind === 'hours' ? { kind, hours: 24, then } : { kind: 'forGood' })}
        />
        {expiry.kind === 'variable' && (
          <Select aria-label={words.variable} w={150} value={expiry.variable} data={[...new Set([...names, expiry.variable])].map((name) => ({ value: name, label: `{{${name}}}` }))} onChange={(name) => name && onExpiry({ ...expiry, variable: name })} />
        )}
        {expiry.kind === 'hours' && (
          <NumberInput aria-label={words.hours} w={96} min={1} max={8784} suffix={words.inHours} allowDecimal={false} value={expiry.hours} onChange={(hours) => onExpiry({ ...expiry, hours: Number(hours) || 1 })} />
        )}
        {expiry.kind !== 'forGood' && (
          <Select
            label={words.then}
            w={340}
            maw="100%"
            value={expiry.then}
            data={(['mark', 'takeBack'] as const).map((value) => ({ value, label: words.thens[value] }))}
            onChange={(value) => value && onExpiry({ ...expiry, then: value as 'mark' | 'takeBack' })}
          />
        )}
      </Group>
    </fieldset>
  );
}
