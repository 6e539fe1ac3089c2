export * from './answer-background';
export * from './background-calls';
export * from './browser';
export * from './call-error';
export type { Answer, Ask, Caller, Handlers } from './calls';
export type * from './card-talk';
export * from './port-border';
export * from './protocol';
export * from './reader-calls';
