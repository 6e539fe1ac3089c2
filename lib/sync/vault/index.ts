export { isSealed } from './age';
export { type PassphraseWork, passphraseWork } from './passphrase-work';
export * from './ring';
export * from './vault';
