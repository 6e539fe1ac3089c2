import type { Evidence } from '../../lib/facts';
import { type Text, useText } from '../kit';

function reason({ t, locale }: Text, evidence: Evidence, form: string): string {
  switch (evidence.type) {
    case 'only':
      return t('card_why_only', form);
    case 'usual':
      return t('card_why_usual', form);
    case 'spelling':
      return t('card_why_spelling', form, evidence.usual);
    case 'full-name':
      return t('card_why_full_name', form, evidence.form);
    case 'company':
      return t('card_why_company', form, list(evidence.names, locale));
    case 'words':
      return t('card_why_words', form, list(evidence.words, locale));
    case 'office':
      return t('card_why_office', form, evidence.office);
    case 'demonym':
      return t('card_why_demonym', form, evidence.of);
    case 'place':
      return t('card_why_place', form, evidence.before);
    default:
      return evidence satisfies never;
  }
}

const list = (items: readonly string[], locale: string): string => new Intl.ListFormat(locale).format(items);

/** "Why this one": the linker's reason in a sentence. */
export function Why({ evidence, form }: { readonly evidence: Evidence; readonly form: string }) {
  return <p class="lead">{reason(useText(), evidence, form)}</p>;
}
