export { FormatError } from './format-error';
export * from './types';
