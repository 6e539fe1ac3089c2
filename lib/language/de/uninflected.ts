/** An s at the end of a name of three letters and more: "Bidens", "des Irans". Names are not longer than forty letters. */
const GENITIVE = /s(?![\p{L}\p{N}'’-])(?<=\p{Lu}[\p{L}-]{1,40}[^sxzß\P{L}]s)/gu;

/** With an apostrophe in place of the s, which belongs to no name. */
export const uninflected = (text: string): readonly string[] => [text.replace(GENITIVE, "'")];
