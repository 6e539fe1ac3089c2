import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asXml, chosenEntity, suggestionFor } from '../../../entrypoints/background/suggestions';

const found = (more: object) => ({
  entity: 'q318541',
  kind: 'person' as const,
  name: 'Abu Mahdi al-Muhandis',
  qualifier: 'Iraq',
  gloss: 'Iraqi militia commander',
  ...more,
});

describe('an address bar suggestion', () => {
  it('says who or what it is, in the browser’s format', () => {
    expect(suggestionFor(found({}), 'Person', true)).toEqual({
      content: 'Abu Mahdi al-Muhandis · q318541',
      description: '<match>Abu Mahdi al-Muhandis</match> <dim>Person · Iraq – Iraqi militia commander</dim>',
    });
    expect(suggestionFor(found({ qualifier: '', gloss: '' }), 'Person', false).description).toBe(
      'Abu Mahdi al-Muhandis – Person',
    );
    expect(suggestionFor(found({ name: 'A & <b>' }), 'Person', false).description).toContain('A & <b> –');
  });

  it('is well-formed XML whatever it contains, with the same text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[<>&"'/a-z! -]{0,12}$/),
      fc.constantFrom(
        '\ud800',
        'a\udc00b',
        '\u0000',
        '\ufffe',
        '\u{1ffff}',
        ']]>',
        '<match>',
        '&amp;',
        '<!--',
        '\u0085',
      ),
    );
    fc.assert(
      fc.property(text, text, text, (name, qualifier, gloss) => {
        const { description } = suggestionFor(found({ name, qualifier, gloss }), 'Person', true);
        expect(description).toMatch(/^<match>[^<>]*<\/match> <dim>[^<>]*<\/dim>$/);
        expect(description).not.toMatch(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u);
        expect(description.replace(/&(?:amp|lt|gt|quot|apos);/g, '')).not.toContain('&');
        const said = /<match>(.*)<\/match>/su.exec(description)?.[1] ?? '';
        const back = said
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&apos;/g, "'")
          .replace(/&amp;/g, '&');
        expect(back).toBe(name.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, ' '));
        expect(asXml(back)).toBe(said);
      }),
    );
  });

  it('leads to the entity that it stands for, whatever its name', () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^[a-z0-9-]{1,20}$/), (name, entity) => {
        expect(chosenEntity(suggestionFor(found({ name, entity }), 'Person', true).content)).toBe(entity);
      }),
    );
    expect(chosenEntity('mohandes')).toBeNull();
    expect(chosenEntity('mohandes · ')).toBeNull();
  });
});
