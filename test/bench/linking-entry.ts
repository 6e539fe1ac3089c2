/** What the benches of linking measure of a build. */
export { linkStory } from '../../lib/linking';
export { openPack } from '../../lib/pack';
