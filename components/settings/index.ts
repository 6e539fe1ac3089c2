export type {
  InstallOutcome,
  InstallProgress,
  PackHolding,
  SettingsPlaceCalls,
  SettingsPlaceProps,
} from './props';
export { ChoiceField } from './setting';
export { type SettingsAt, SettingsPlace } from './settings-place';
