import type * as en from './catalogue';

/** Another language is another catalogue of this type. */
export type Texts = typeof en;

/**
 * Every text on the screen: `t.goals.title`. A module, not an object: the bundler sees which step's texts a page uses,
 * so that the first screen does not load those of all the others.
 */
export * as t from './catalogue';
