import type { Documents } from '../types';
import { glimpseOf } from './glimpse';
import { holdsAll } from './holds-all';

/** For sync, whose own code reads no Yjs. */
export const DOCUMENTS: Documents = { glimpseOf, holdsAll };
