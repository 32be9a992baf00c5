import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { To } from '../../menu';
import classes from './Empty.module.css';

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
}

/** Nothing here yet: why it matters, the next step, an example. */
export function Empty({ title, text, action, example }: Props) {
  return (
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
}

/** A step as a button, or as a link when it leads to a page. */
export function NextButton({ label, to, onClick }: NextStep) {
  if (to) return <Button renderRoot={(props) => <Link to={to} {...props} />}>{label}</Button>;
  return <Button onClick={onClick}>{label}</Button>;
}
