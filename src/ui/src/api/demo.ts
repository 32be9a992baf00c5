import { send } from './send';

/** Adds the demo brand beside the own ones. */
export const addDemo = () => send<{ brand: string }>('POST', '/api/v1/demo');

/** Takes the demo brand away with everything in it. */
export const removeDemo = () => send<{ brands: number; rows: number }>('DELETE', '/api/v1/demo');
