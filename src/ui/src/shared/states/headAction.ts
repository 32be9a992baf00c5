import { createContext, useContext } from 'react';

/** Whether the page's head already holds the page's one primary action. */
export const HeadAction = createContext(false);

/** The look of a next step further down: primary only where the head has none. */
export const useStepVariant = () => (useContext(HeadAction) ? 'default' : 'filled');
