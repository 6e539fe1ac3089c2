/** News-like English of any length out of sentences written for this bench; names come from the real tables. */
import type { EntityRow } from '../../lib/pack';
import { seeded } from './measure';

export const COMMON_NOUNS = `growth policy market sector energy supply rate price tax budget court ruling panel vote
campaign border security water food health data privacy labour housing transport carbon export import debt bond
inflation wage pension school hospital vaccine weapon missile drone convoy harbour pipeline grid reactor satellite
merger tariff subsidy licence patent election coalition parliament cabinet treaty summit ceasefire embargo sanction
refugee militia protest strike union factory farm drought flood wildfire storm`.split(/\s+/);

const SENTENCES = `
Officials in {place} said on Tuesday that the talks would go on for a further week, although few of those present expected a result before the end of the month.
“We have seen nothing yet that would make us change our minds,” said a spokesman for {group}, who asked not to be named because he was not allowed to speak in public.
The {noun} has fallen by almost a third since the spring, and prices in the shops have followed it more slowly than the government had hoped.
{person}, who had led the opposition for six years, told reporters that the decision was neither lawful nor wise.
Analysts at {group} put the cost at about 3.4 billion dollars, more than twice what was foreseen when the plan was first put before lawmakers in 2017.
It was the second time in as many years that {place} had closed the crossing, leaving hundreds of lorries stranded along the road to the coast.
Under the terms of the {noun} agreement, both sides must hand over their lists within thirty days and open their stores to inspectors.
Residents spoke of a night of heavy shelling; by the morning the streets were empty but for a few people looking for bread and water.
The judges found, by five votes to four, that the law did not go further than was needed, and sent the case back to the lower court.
{person} and {person} met for two hours in {place}, and neither would say afterwards what had been discussed.
The company’s shares, which had risen sharply in the days before, lost more than they had gained within an hour of the announcement.
Critics say that the {noun} rules are too weak to make much of a difference, and that those who break them are hardly ever brought to book.
In a letter to {group}, the ministers wrote that they would not accept further delays and that the money had to be paid by the end of the year.
The minister, a former teacher from the north of the country, has long been seen as a likely successor, but has never said that he wants the post.
Thousands marched through the capital on Saturday, many of them young, carrying home-made banners and singing songs from the last great protests.
According to figures published by {group} this week, one household in five could not pay its heating bill on time last winter.
{person}’s allies in parliament deny that there is any rift, yet several of them stayed away from the vote.
Scientists who were not part of the study called its findings plausible, but warned that the sample was small and that other causes could not be ruled out.
The ship left the harbour of {place} shortly before dawn with a crew of twenty-two and was last heard of some four hours later.
Asked whether {group} would take part in the next round, a diplomat close to the talks said that the door was open, but that it would not stay open for ever.
For many families in the region the question is not who will win the election but whether the school will have a roof before the rains come.
The club must now pay back the fee and may not sign new players until the summer of next year, the panel ruled after a hearing that lasted three days.
Work on the {noun} line began a decade ago and was to have been finished in four years; today the trains still end some forty kilometres short of the border.
There is little sign that the measures agreed in {place} have slowed the spread of the disease, which has now reached every province but one.
`
  .trim()
  .split('\n');

/** Share of name slots filled with a name that nobody's tables know. */
const SHARE_UNKNOWN = 0.3;
const UNKNOWN = [
  'Teodor Valkenraad',
  'Miriam Oduwole',
  'Brightwater Analytics',
  'Port Hallam',
  'Iskra Velinova',
  'Lower Tarn',
];

export function newsText(length: number, entities: readonly EntityRow[]): string {
  const random = seeded(20_201_120);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  /** The news speaks mostly of the few. */
  const byProminence = entities.toSorted(
    (one, other) => other.prominence - one.prominence || (one.key < other.key ? -1 : 1),
  );
  const names = (...kinds: readonly string[]): string[] =>
    byProminence.filter((entity) => kinds.includes(entity.kind)).map((entity) => entity.name);
  const slots: Readonly<Record<string, readonly string[]>> = {
    person: names('person'),
    place: names('place'),
    group: names('group', 'media', 'company'),
    noun: COMMON_NOUNS,
  };
  const fill = (slot: string): string => {
    if (slot !== 'noun' && random() < SHARE_UNKNOWN) return pick(UNKNOWN);
    const list = slots[slot]!;
    return list[Math.floor((slot === 'noun' ? random() : random() ** 2) * list.length)]!;
  };
  const parts: string[] = [];
  for (let written = 0; written < length; ) {
    const sentence = pick(SENTENCES).replace(/\{(\w+)\}/g, (_, slot: string) => fill(slot));
    parts.push(sentence, random() < 0.25 ? '\n' : ' ');
    written += sentence.length + 1;
  }
  return flat(parts.join('').slice(0, length));
}

/** A string that is one run of memory, as one that came in a message is, and no view of another. */
export const flat = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
