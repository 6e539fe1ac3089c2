export { noteItems } from './note-items';
export { takeOutOfAccount } from './take-out';
