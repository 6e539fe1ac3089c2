import { foldText } from '../../text';
import { knownOfHead } from './known-of-head';

/** The name of an entity, folded. */
export const foldedName = knownOfHead(({ name }) => foldText(name));
