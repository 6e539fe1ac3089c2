export { NotesOfStory } from './notes-of-story';
export { PlaceNav } from './place-nav';
