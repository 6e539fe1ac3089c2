import { foldText } from '../text';

/** The folded words of a text. */
export const wordsOf = (text: string): readonly string[] => {
  const folded = foldText(text);
  return folded === '' ? [] : folded.split(' ');
};

/** "company who", "city in": what stands before such a word says what a thing is. */
const STOPS =
  /\s(?:in|of|from|for|who|that|which|by|based|located|headquartered|founded|on|at|to|with|near|held|between)\s|[,;(–]/;

/** The part of a description that says what the thing is: "drone maker" of "Turkish drone maker based in Istanbul". */
export const leadOf = (description: string): readonly string[] => wordsOf(description.split(STOPS)[0] ?? '');
