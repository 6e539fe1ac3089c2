export type {
  ImportOutcome,
  InstallProgress,
  PackHolding,
  SettingsPlaceCalls,
  SettingsPlaceProps,
} from './props';
export { Choice } from './setting';
export { type SettingsAt, SettingsPlace } from './settings-place';
