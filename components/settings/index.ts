export type {
  ImportOutcome,
  InstallProgress,
  PackHolding,
  SettingsPlaceCalls,
  SettingsPlaceProps,
} from './props';
export { type SettingsAt, SettingsPlace } from './settings-place';
export { SAMPLE_NAMES, type SampleCards, type SitesChoice, WelcomeView } from './welcome-view';
