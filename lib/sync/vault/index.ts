export { isSealed } from './age';
export * from './ring';
export * from './vault';
