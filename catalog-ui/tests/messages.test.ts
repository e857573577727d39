import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { features } from '@/app/features';
import type { Messages } from '@/shared/feature';
import en from '@/shared/i18n/en.json';
import zh from '@/shared/i18n/zh-CN.json';

function keys(messages: Messages, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : keys(value, `${prefix}${key}.`)));
}
function texts(messages: Messages): string[] {
  return Object.values(messages).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)));
}
const bundles: [string, Messages, Messages][] = [
  ['shared', zh, en],
  ...features.map((each): [string, Messages, Messages] => [each.id, each.messages['zh-CN'], each.messages.en]),
];

describe('the texts', () => {
  it.each(bundles)('of %s have the same keys in both languages', (_, chinese, english) => {
    expect(keys(english).sort()).toEqual(keys(chinese).sort());
  });

  it.each(bundles)('of %s are all written', (_, chinese, english) => {
    expect([...texts(chinese), ...texts(english)].filter((text) => text.trim() === '')).toEqual([]);
  });

  it('of every feature folder belong to a feature that is listed', () => {
    expect(features.map((each) => each.id).sort()).toEqual(readdirSync('src/features').sort());
  });

  it('name every tab and menu line', () => {
    const known = new Set(bundles.flatMap(([id, chinese]) => keys(chinese, id === 'shared' ? '' : `${id}.`)));
    const named = features.flatMap((each) => [...(each.menu ?? []), ...(each.datasetTabs ?? [])].map((item) => item.title));
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });
});
