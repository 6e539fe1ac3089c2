import type { Option } from '../known/shelf';
import type { Scene } from './scene';

/** What is at home in a country says less about it than its own name does. */
const MOST_AT_HOME = 3;

/** Mentions of the most mentioned entity of the company; for a country, also of what is at home there. */
export function mostMentions(option: Option, scene: Scene): number {
  let most = 0;
  for (const ref of option.company) {
    const there = scene.countries().get(ref);
    const atHome = there ? Math.min(MOST_AT_HOME, there.total - (there.mentions.get(option.ref) ?? 0)) : 0;
    most = Math.max(most, scene.mentions(ref), atHome);
  }
  return most;
}
