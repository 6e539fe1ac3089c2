/** What law, and habit, put behind the name of a company. */
const LEGAL_FORM = /,? (?:(?:&|and) )?(?:Inc\.?|Corp\.?|Corporation|plc|AG|SE|N\.V\.|Ltd\.?|Limited|Holdings|Company)$/;

export const withoutLegalForm = (name: string): string => name.replace(LEGAL_FORM, '');
