import { foldText } from '../text';

/** Tags that differ only in case and accents are one. */
export function tagKey(label: string): string {
  return foldText(label) || label.trim().toLowerCase();
}
