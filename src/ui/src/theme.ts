import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import type { MouseEvent } from 'react';

const teal: MantineColorsTuple = ['#e8f4f3', '#d0e7e5', '#a3d0cc', '#74b8b2', '#4ca39c', '#2c9089', '#187d77', '#0f6a65', '#0b5753', '#07423f'];
const gray: MantineColorsTuple = ['#f7f8f8', '#eff1f1', '#e3e6e7', '#d4d8da', '#bcc3c6', '#939b9f', '#6b7478', '#50595d', '#384044', '#22282b'];
const red: MantineColorsTuple = ['#fdf2f1', '#fae3e1', '#f3bfba', '#ea958d', '#de6d63', '#cc483d', '#bd352a', '#b3261e', '#921f18', '#701712'];
// Mantine reads from it: 0 text, 2 dimmed, 4 borders, 6 fields, 7 the page.
const dark: MantineColorsTuple = ['#dde1e3', '#b9c0c4', '#9ba3a8', '#737c82', '#3b4247', '#2c3236', '#22272a', '#181b1d', '#121517', '#0d0f10'];

export const theme = createTheme({
  colors: { teal, gray, red, dark },
  black: '#1b2124',
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 7 },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  // Four sizes in all: 13, 15, 18, 24.
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '1.125rem', xl: '1.5rem' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.5', lg: '1.4', xl: '1.3' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.5' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.5' },
      h5: { fontSize: '0.8125rem', lineHeight: '1.4' },
      h6: { fontSize: '0.8125rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 300, maw: 320, multiline: true, events: { hover: true, focus: true, touch: true }, transitionProps: { duration: 100 } } },
    // A dialogue's head is no banner of the page.
    Modal: { styles: { title: { fontSize: '1.125rem', fontWeight: 600 } }, defaultProps: { attributes: { header: { role: 'none' } }, transitionProps: { duration: 120 }, shadow: 'sm' } },
    Drawer: { styles: { title: { fontSize: '1.125rem', fontWeight: 600 } }, defaultProps: { attributes: { header: { role: 'none' } }, transitionProps: { duration: 140 }, shadow: 'sm' } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, transitionProps: { duration: 80 }, shadow: 'sm' } },
    Popover: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'sm' } },
    Spotlight: { defaultProps: { overlayProps: { backgroundOpacity: 0.4, blur: 0 }, transitionProps: { duration: 100 } } },
    // A wide table is scrolled with the keyboard as well.
    TableScrollContainer: { defaultProps: { scrollAreaProps: { viewportProps: { tabIndex: 0 } } } },
    // Words keep their case; the fifth size of letters that it would bring is not one of ours.
    Badge: { defaultProps: { size: 'lg', radius: 'sm' }, styles: { root: { textTransform: 'none', fontWeight: 600 } } },
    // The same file again, mended meanwhile, is a file again: browsers say nothing of one that is still chosen.
    FileButton: { defaultProps: { inputProps: { onClick: (event: MouseEvent<HTMLInputElement>) => (event.currentTarget.value = '') } } },
    // Choosing again what is chosen keeps it; where a choice may be empty there is a cross to empty it.
    Select: { defaultProps: { allowDeselect: false } },
    Paper: { defaultProps: { withBorder: true } },
    Card: { defaultProps: { withBorder: true } },
  },
});

/** The two colours of warning share one quiet surface, and letters that can be read on it. */
const warm = (surface: string, letters: string) =>
  Object.fromEntries(['yellow', 'orange'].flatMap((name) => [
    [`--mantine-color-${name}-light`, surface],
    [`--mantine-color-${name}-light-color`, letters],
    [`--mantine-color-${name}-outline`, letters],
  ]));

/** Our own names for surfaces and status colours; each pair keeps 4.5:1 on its surface. */
export const variables: CSSVariablesResolver = () => ({
  variables: { '--bw-rail': '232px', '--bw-bar': '52px', '--bw-bottom': '60px' },
  light: {
    '--mantine-color-dimmed': '#596267',
    '--mantine-color-placeholder': '#6b7478',
    '--mantine-color-error': '#b3261e',
    '--bw-field': '#8b9498',
    '--bw-surface': '#ffffff',
    '--bw-sunken': '#f7f8f8',
    '--bw-line': '#e3e6e7',
    '--bw-hover': '#f1f3f3',
    '--bw-chosen': '#e8f4f3',
    '--bw-brand': '#0f6a65',
    '--bw-good': '#1a6b36',
    '--bw-warn': '#8a5300',
    '--bw-bad': '#b3261e',
    '--bw-info': '#1d5b93',
    '--bw-calm': '#596267',
    ...warm('#fdf4de', '#8a5300'),
  },
  dark: {
    '--mantine-color-dimmed': '#9ba3a8',
    '--mantine-color-placeholder': '#8a9297',
    '--mantine-color-error': '#f2938c',
    '--bw-field': '#626b72',
    '--mantine-color-anchor': '#74b8b2',
    '--bw-surface': '#181b1d',
    '--bw-sunken': '#131618',
    '--bw-line': '#2c3236',
    '--bw-hover': '#202528',
    '--bw-chosen': '#1a2d2c',
    '--bw-brand': '#74b8b2',
    '--bw-good': '#7cc793',
    '--bw-warn': '#e3b160',
    '--bw-bad': '#f2938c',
    '--bw-info': '#8fbde6',
    '--bw-calm': '#9ba3a8',
    ...warm('#2a2416', '#e3b160'),
  },
});
