import { send } from '../api/send';

/** Adds the demo brand beside the own ones. */
export const addDemo = () => send<{ brand?: string } | undefined>('POST', '/api/v1/demo');

/** Takes the demo brand away with everything in it. */
export const removeDemo = () => send<void>('DELETE', '/api/v1/demo');
