import type { Scene } from './scene';
import type { Option } from './shelf';

/** Mentions of that one of the company which is mentioned most; of a country, also of what else is at home there. */
export function mostMentions(option: Option, scene: Scene): number {
  let most = 0;
  for (const ref of option.company) {
    const there = scene.countries().get(ref);
    most = Math.max(most, scene.mentions(ref), there ? there.total - (there.mentions.get(option.ref) ?? 0) : 0);
  }
  return most;
}
