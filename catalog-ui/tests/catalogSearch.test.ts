import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { pageNumber, queryOf, toggled } from '@/features/catalog/fetchFinds';
import HighlightedText from '@/shared/components/HighlightedText.vue';

describe('a side of a search', () => {
  it('takes a value in and lets go of it', () => {
    expect(toggled({}, 'level', '3')).toBe('3');
    expect(toggled({ level: '3' }, 'level', '4')).toBe('3,4');
    expect(toggled({ level: '3,4' }, 'level', '3')).toBe('4');
    expect(toggled({ level: '4' }, 'level', '4')).toBeUndefined();
  });

  it('that is yes or no has one value', () => {
    expect(toggled({ open: 'true' }, 'open', 'false')).toBe('false');
  });
});

describe('the page of a search', () => {
  it.each([
    [undefined, 1],
    ['3', 3],
    ['0', 1],
    ['-2', 1],
    ['x', 1],
    ['1.5', 1],
    ['99999', 495],
  ])('is, for %s in the address, %i', (page, number) => {
    expect(pageNumber({ page })).toBe(number);
  });
});

describe('what is asked of the hub', () => {
  it('is what the address says, and nothing else', () => {
    expect(queryOf({ q: '代码', level: '3,4', page: '2', open: '' })).toEqual({ q: '代码', level: '3,4', offset: 20, limit: 20 });
  });
});

describe('a highlighted text', () => {
  it('marks the pieces found, and takes no text for markup', () => {
    const shown = mount(HighlightedText, { props: { pieces: [{ text: '证券', hit: false }, { text: '<b>代码', hit: true }] } });
    expect(shown.text()).toBe('证券<b>代码');
    expect(shown.find('mark').text()).toBe('<b>代码');
    expect(shown.find('b').exists()).toBe(false);
  });
});
