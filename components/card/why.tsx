import type { Evidence } from '../../lib/facts';
import { type Text, useText } from '../kit';

function reason({ t, count, locale }: Text, evidence: Evidence, form: string): string {
  switch (evidence.type) {
    case 'name':
      return t('card_why_name', form);
    case 'spelling':
      return t('card_why_spelling', form, evidence.usual);
    case 'full-name':
      return t('card_why_full_name', form, evidence.form);
    case 'company':
      return t('card_why_company', form, new Intl.ListFormat(locale).format(evidence.names));
    case 'words':
      return count('card_why_words', evidence.count);
    default:
      return evidence satisfies never;
  }
}

/** "Why this one": the linker's reason in a sentence. */
export function Why({ evidence, form }: { readonly evidence: Evidence; readonly form: string }) {
  return <p class="lead">{reason(useText(), evidence, form)}</p>;
}
