import { encyclopedias } from '../language';
import { foldText } from '../text';

/** The folded words of a text. */
export const foldedWords = (text: string): readonly string[] => {
  const folded = foldText(text);
  return folded === '' ? [] : folded.split(' ');
};

/** The part of a description that says what the thing is: "drone maker" in "Turkish drone maker based in Istanbul". */
export const leadOf = (description: string): readonly string[] => {
  const ends = encyclopedias.map(({ stops }) => stops.exec(description)?.index ?? description.length);
  return foldedWords(description.slice(0, Math.min(...ends)));
};
