import { PackError } from './pack-error';

export const damaged = (what: string): PackError => new PackError('damaged', what);
