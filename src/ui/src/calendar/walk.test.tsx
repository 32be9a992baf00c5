import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { walk, walkColumns } from './walk';

const cell = (...names: string[]) => (
  <div key={names.join()} data-cell>
    {names.map((name) => (
      <a key={name} href="#x">
        {name}
      </a>
    ))}
  </div>
);

const press = (name: string, key: string) => {
  const link = screen.getByText(name);
  link.focus();
  fireEvent.keyDown(link, { key });
  return document.activeElement?.textContent;
};

describe('arrow keys', () => {
  it('walk within a day, to the next one, and over days that are empty', () => {
    render(
      <div onKeyDown={(event) => walk(event, 2)}>
        {[cell('a', 'b'), cell(), cell('c'), cell('d')]}
      </div>,
    );
    expect(press('a', 'ArrowDown')).toBe('b');
    expect(press('b', 'ArrowDown')).toBe('c');
    expect(press('a', 'ArrowRight')).toBe('c');
    expect(press('c', 'ArrowUp')).toBe('b');
  });
  it('lead from the grid itself to the first thing in it', () => {
    const { container } = render(
      <div tabIndex={0} onKeyDown={(event) => walk(event, 2)}>
        {[cell(), cell('k')]}
      </div>,
    );
    fireEvent.keyDown(container.firstElementChild as HTMLElement, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('k');
  });
  it('walk over columns at about the same height', () => {
    render(<div onKeyDown={walkColumns}>{[cell('e', 'f', 'g'), cell('h')]}</div>);
    expect(press('g', 'ArrowRight')).toBe('h');
    expect(press('g', 'ArrowUp')).toBe('f');
  });
});
