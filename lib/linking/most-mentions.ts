import type { Scene } from './scene';
import type { Option } from './shelf';

/** Mentions of that one of the company which is mentioned most. */
export function mostMentions(option: Option, scene: Scene): number {
  let most = 0;
  for (const ref of option.company) most = Math.max(most, scene.mentions(ref));
  return most;
}
