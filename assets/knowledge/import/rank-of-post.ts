/** How much a post says of who held it. */
/** Posts that make news beyond their region. */
const HIGH_POST =
  /\b(?:president|prime minister|premier|chancellor|minister|secretary of state|secretary of|governor|king|queen|emir|sultan|speaker|vice president|attorney general|chief minister|commissioner|head of state|taoiseach|first minister|high representative|ambassador|director of|mayor of|chair(?:man|woman|person)? of the (?:national|state|federal|legislative|supreme|standing|central|communist|presidium|house|senate|parliament|assembly|chamber)|general secretary of|secretary[- ]general of|under-secretary-general of the united nations)\b/i;
const LOW_POST =
  /\b(?:deputy|member|state secretary|under-?secretary(?!-general)|parliamentary|shadow|vice[- ]president of the|substitute|councillor|assistant|lieutenant|junior|vice minister|private secretary|assisting)\b/i;
/** At the head of a state or its government, or of those of a part of one, and of nothing smaller. */
const HEAD =
  /^(?:(?:acting|interim|caretaker|transitional) )?(?:federal )?(?:president|prime minister|premier|first minister|chief minister|chancellor|king|queen|emir|sultan|emperor|pope|taoiseach|head of (?:state|government)|chair\w* of the presidency|member of the presidency|captain regent|president of the government)\b(?!.*\b(?:council(?! of ministers)|senate|assembly|chamber|congress|court|parliament|committee|commission|party|board|federation of|association|union of|university|duchy|exchequer|region|state council|provinc\w*)\b)/i;

export const isHighPost = (post: string): boolean => HIGH_POST.test(post) && !LOW_POST.test(post);

/** 3 for a head of state or government, 2 for a minister, 1 for a deputy of one or an ambassador, 0 for a member of many. */
export function rankOfPost(post: string): number {
  if (HEAD.test(post)) return 3;
  if (isHighPost(post) && !/\bambassador\b/i.test(post)) return 2;
  return HIGH_POST.test(post) ? 1 : 0;
}
