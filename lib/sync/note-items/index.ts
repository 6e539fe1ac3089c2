export { type InAccount, lookIntoAccount } from './look-into';
export { noteItems } from './note-items';
export { takeOutOfAccount } from './take-out';
