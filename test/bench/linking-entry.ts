/** The part of a build that the linking benches measure. */
export { findUnknownNames, linkStory } from '../../lib/linking';
export { openPack } from '../../lib/pack';
