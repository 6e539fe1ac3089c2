/** What the benches of linking measure of a build. */
export { findUnknownNames, linkStory } from '../../lib/linking';
export { openPack } from '../../lib/pack';
