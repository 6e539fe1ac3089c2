/** An s ending a name of three or more letters: "Bidens", "des Irans". Names have at most forty letters. */
const GENITIVE = /s(?![\p{L}\p{N}'’-])(?<=\p{Lu}[\p{L}-]{1,40}[^sxzß\P{L}]s)/gu;

/** An apostrophe, which occurs in no name, replaces the s. */
export const uninflected = (text: string): readonly string[] => [text.replace(GENITIVE, "'")];
