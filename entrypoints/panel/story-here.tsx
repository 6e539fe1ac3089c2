/** The background of the story in three tabs of the panel: what led to it, its timeline, its ties. */
import { CatchUp, StoryTiesView, Timeline } from '../../components/story-background';
import '../../components/story-background/story-background.css';
import type { PlaceProps } from './places';
import { StoryRead } from './story-read';

export const CatchUpHere = (props: PlaceProps) => (
  <StoryRead {...props}>
    {(story) => <CatchUp story={story} onCard={props.openCard} onLink={props.openLink} />}
  </StoryRead>
);

export const TimelineHere = (props: PlaceProps) => (
  <StoryRead {...props}>{(story) => <Timeline story={story} onCard={props.openCard} />}</StoryRead>
);

export const TiesHere = (props: PlaceProps) => (
  <StoryRead {...props}>{(story) => <StoryTiesView story={story} onCard={props.openCard} />}</StoryRead>
);
