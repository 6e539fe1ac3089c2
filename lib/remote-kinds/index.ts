export type { WebDavAccess } from './kinds';
export {
  ACCOUNT,
  type AddedKind,
  type ConfigOf,
  descriptorOf,
  idOf,
  isRemoteId,
  kindOf,
  type RemoteId,
  type RemoteKind,
  readConfig,
} from './remote-id';
export { addressesOf, placeOf } from './where';
