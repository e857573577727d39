import { describe, expect, it } from 'vitest';
import { typeOf } from '@/features/batches/postUpload';

describe('a file to upload', () => {
  it.each([
    ['人口.CSV', true, 'text/csv'],
    ['list.xlsx', true, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['rows.jsonl', true, 'application/x-ndjson'],
    ['rows.csv', false, 'text/csv'],
    ['list.xlsx', false, undefined],
    ['list.xls', true, undefined],
    ['list', true, undefined],
  ])('%s, mapped %s, is sent as %s', (name, mapped, type) => {
    expect(typeOf(name, mapped)).toBe(type);
  });
});
