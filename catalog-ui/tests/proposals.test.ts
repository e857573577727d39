import { describe, expect, it } from 'vitest';
import { choose, fieldOf, type Mapping } from '@/features/proposals/choose';
import { keepMapping, takeMapping } from '@/shared/mappingDraft';

const mapping: Mapping = {
  version: 1,
  fields: [
    { to: 'name', from: '姓名', transforms: ['trim'] },
    { to: 'address', concat: { from: ['line1', 'line2'], with: ', ' } },
    { to: 'birthDate', from: '出生', otherwise: { from: '身份证', transforms: ['birthDateOfId'] } },
  ],
};

describe('a proposed mapping', () => {
  it('tells where each column goes', () => {
    expect(fieldOf(mapping, '姓名')).toBe('name');
    expect(fieldOf(mapping, 'line2')).toBe('address');
    expect(fieldOf(mapping, '备注')).toBeUndefined();
  });

  it('sends a column to another field, which then has no other', () => {
    const changed = choose(mapping, '姓名', 'address');

    expect(changed.fields.map((field) => field.to)).toEqual(['birthDate', 'address']);
    expect(fieldOf(changed, '姓名')).toBe('address');
    expect(mapping.fields).toHaveLength(3);
  });

  it('leaves a column out and falls back to the other way of its field', () => {
    const changed = choose(mapping, '出生', undefined);

    expect(changed.fields.find((field) => field.to === 'birthDate')).toEqual({ to: 'birthDate', from: '身份证', transforms: ['birthDateOfId'] });
  });

  it('is handed to the form of the same dataset once', () => {
    keepMapping('301002-000001', '{}');

    expect(takeMapping('301002-000001')).toBe('{}');
    expect(takeMapping('301002-000001')).toBeUndefined();
  });
});
