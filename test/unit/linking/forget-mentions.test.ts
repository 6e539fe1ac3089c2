import { describe, expect, it } from 'vitest';
import { type BlockRole, forgetMentions, type LinkedStory } from '../../../lib/linking';
import { link } from './small-world';

const TEXT = 'Abu Karim al-Muhandis spoke to the River Brigade. Abu Karim al-Muhandis left.';
const gone = ({ mentions }: LinkedStory, role: BlockRole = 'body', section?: number) =>
  mentions.map(({ entity, marked }) => ({ entity, marked, role, section }));
const salienceOf = ({ mentions }: LinkedStory) => mentions.map(({ salience }) => salience);
const marksOf = ({ mentions }: LinkedStory) => mentions.filter(({ marked }) => marked).map(({ entity }) => entity);

describe('a block that is read again after a change', () => {
  it('keeps its marks and its weight, however often', () => {
    const first = link([TEXT]);
    expect(marksOf(first)).toEqual(['abu-karim-al-muhandis', 'river-brigade']);
    const again = (before: LinkedStory) => link([TEXT], { memory: forgetMentions(before.memory, gone(before)) });
    const second = again(first);
    let last = second;
    for (let edit = 0; edit < 5; edit++) last = again(last);
    expect(marksOf(last)).toEqual(marksOf(first));
    expect(salienceOf(last)).toEqual(salienceOf(second));
    expect(last.memory).toEqual(first.memory);
  });

  it('does not affect mentions and marks of other blocks', () => {
    const first = link([TEXT]);
    const second = link(['Abu Karim al-Muhandis came back to the River Brigade.'], { memory: first.memory });
    expect(marksOf(second)).toEqual([]);
    expect(forgetMentions(second.memory, gone(second))).toMatchObject({
      named: first.memory.named,
      marked: first.memory.marked,
    });
  });

  it('leaves no name behind that only it had given in full', () => {
    const { memory } = link(['It rained.']);
    const first = link([TEXT], { memory });
    const forgotten = forgetMentions(first.memory, gone(first));
    expect(forgotten.named).toEqual({});
    const later = ['Later al-Muhandis left.'];
    expect(link(later, { memory: first.memory }).mentions).toHaveLength(1);
    expect(link(later, { memory: forgotten }).mentions).toEqual([]);
  });

  it('in a live blog post gets its own mark again, and no other', () => {
    const story = link([TEXT]);
    const post = link([['body', 'Abu Karim al-Muhandis is back.', 7]], { memory: story.memory });
    expect(marksOf(post)).toEqual(['abu-karim-al-muhandis']);
    expect(forgetMentions(post.memory, gone(post, 'body', 7)).marked).toEqual(story.memory.marked);
  });

  it('in a comment gets its own mark again, and no other', () => {
    const story = link([TEXT]);
    const comment = link([['comment', 'Abu Karim al-Muhandis is right.']], { memory: story.memory });
    expect(marksOf(comment)).toEqual(['abu-karim-al-muhandis']);
    expect(forgetMentions(comment.memory, gone(comment, 'comment')).marked).toEqual(story.memory.marked);
  });
});
