export type { WebDavAccess } from './kinds';
export {
  ACCOUNT,
  type AddedKind,
  type ConfigOf,
  descriptorOf,
  isRemoteId,
  type RemoteId,
  type RemoteKind,
  readConfig,
  remoteIdOf,
  remoteKindOf,
} from './remote-id';
export { addressesOf, whereIs } from './where';
