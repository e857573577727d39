import { describe, expect, it } from 'vitest';
import { recordsIn } from '@/features/batches/csvRecords';

describe('the records of a CSV', () => {
  it.each([
    ['', 0],
    ['id,name', 0],
    ['id,name\r\n1,a\r\n2,b\r\n', 2],
    ['\uFEFFid,name\n1,"a\nb"\n2,"say ""hi""\r\n"\n\n', 2],
    ['id\n""\n', 1],
  ])('of %j are counted', (csv, count) => {
    expect(recordsIn(csv)).toBe(count);
  });
});
