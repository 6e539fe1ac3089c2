export * from './answer-background';
export * from './background-calls';
export * from './browser';
export * from './call-error';
export type { Caller, Handlers } from './calls';
export type * from './note-frame';
export * from './plain-call';
export * from './protocol';
export * from './reader-calls';
