/** Hints under the fields, so that fields beside each other stand on one line. */
export const hintsBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];
