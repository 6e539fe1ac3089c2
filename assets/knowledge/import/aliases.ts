/** What the sources call an entity besides, as far as that is a name in an English text. */
import type { Draft } from './draft';

/** "U.S. Air Force" is what news writes. */
export const american = (name: string): string[] => {
  const rest = /^(?:the )?United States (.+)$/i.exec(name)?.[1];
  return rest ? [`U.S. ${rest}`] : [];
};

/** What the other sources call it, without what is no name: other scripts, tickers, codes, lists with commas. */
export function aliasesOf({ aliases, kind }: Draft): string[] {
  return [...aliases, ...aliases.flatMap(american)]
    .map((one) => one.replace(/ \(.*\)$/, '').trim())
    .filter((one) => kind !== 'group' || !FOREIGN.test(one))
    .filter(
      (one) =>
        /^[\p{Script=Latin}\d][\p{Script=Latin}\d\s.'’&\-–]*$/u.test(one) &&
        /^[\p{Lu}\d]/u.test(one.replace(/^the\s+(?=\S)/i, '')),
    );
}
/** Names of bodies in other languages, which no English text has. */
const FOREIGN =
  /\b(?:des|du|dei|degli|della|delle|del|et|und|für|di|do|da|y|och|yliopisto|univer(?!sity|sities|sal)\p{L}*|départe?ment|departamento|ministerio|ministère|instituto|institut)(?![\p{L}])/iu;
