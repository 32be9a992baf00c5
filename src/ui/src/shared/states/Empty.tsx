import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { To } from '../../menu';
import classes from './Empty.module.css';
import { HeadAction, useStepVariant } from './headAction';

export interface NextStep {
  label: string;
  onClick?: () => void;
  to?: To;
}

interface Props {
  title: string;
  /** Why it matters, in one sentence. */
  text: string;
  action?: NextStep;
  /** An EmptyExample: what it will look like. */
  example?: ReactNode;
  /** Further down a page whose next step is another one. */
  second?: boolean;
}

/** Nothing here yet: why it matters, the next step, an example. */
export function Empty({ title, text, action, example, second = false }: Props) {
  const section = (
    <section className={classes.empty}>
      <Stack gap="sm" align="flex-start">
        <Title order={2}>{title}</Title>
        <Text c="dimmed" maw={520}>
          {text}
        </Text>
        {action && <NextButton {...action} />}
      </Stack>
      {example}
    </section>
  );
  return second ? <HeadAction value>{section}</HeadAction> : section;
}

/** A step as a button, or as a link when it leads to a page. */
export function NextButton({ label, to, onClick }: NextStep) {
  const variant = useStepVariant();
  if (to) return <Button variant={variant} renderRoot={(props) => <Link to={to} {...props} />}>{label}</Button>;
  return (
    <Button variant={variant} onClick={onClick}>
      {label}
    </Button>
  );
}
