import { kindsByNoun } from '../kinds-by-noun';

const KINDS = kindsByNoun({
  company: `
    company corporation enterprise business firm bank airline manufacturer maker retailer brand conglomerate chain startup
    brewery automaker shipyard shipbuilder insurer label studio supplier contractor carrier bakery 
    developer fund exchange `,
  media: 'newspaper magazine channel station broadcaster website tabloid weekly daily podcast journal',
  team: 'club team side',
  group: `
    party organization organisation agency ministry department government council commission committee union federation
    association university college school institute institution museum hospital church militia army navy force forces police
    parliament legislature court alliance movement foundation charity band coalition regulator bureau authority
    cabinet board assembly society league group congress senate ngo lobby 
    orchestra academy guard`,
  place: `
    country state city town village municipality settlement commune region province district county river lake mountain
    island sea bay strait peninsula airport building stadium street square park desert forest dam bridge neighbourhood
    neighborhood suburb borough capital territory archipelago volcano port harbour harbor valley prison
    canal railway prefecture oblast republic kingdom locality base ground arena theatre theater house`,
  event: `
    war battle conflict election referendum earthquake attack attacks shooting bombing massacre protest protests riot riots
    storm hurricane typhoon cyclone flood floods flooding wildfire wildfires crash accident disaster tournament championship
    championships cup festival summit conference ceremony outbreak pandemic epidemic crisis coup scandal trial murder
    killing assassination strike race season match campaign offensive siege invasion uprising incident case
    explosion fire collapse `,
  deal: 'treaty agreement accord accords pact convention ceasefire truce protocol',
  law: 'act law bill statute regulation constitution decree ',
  policy: 'policy programme program initiative strategy',
  work: `
    film movie album song single novel book series game painting play opera musical documentary sitcom miniseries show
    sculpture `,
  office: 'office post position minister secretary ambassador judge commissioner',
  concept: `
    award prize disease language religion genre weapon aircraft missile ship vehicle software drug vaccine virus
    currency holiday sport algorithm `,
});

/**
 * The kind of thing named by the last word of "Turkish drone maker", "political party", "association football club".
 */
export const kindOf = (noun: string) => KINDS.get(noun) ?? (noun.endsWith('maker') ? 'company' : null);
