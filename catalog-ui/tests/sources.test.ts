import { describe, expect, it } from 'vitest';
import { asked, forms, missing, settings, usual, type Kind } from '@/features/sources/forms';
import en from '@/features/sources/locales/en.json';
import zh from '@/features/sources/locales/zh-CN.json';

describe('the form of a source', () => {
  it('asks only for what its paging needs', () => {
    const names = (paging: string): string[] => asked('JSON_API', { paging }).map((setting) => setting.name);

    expect(names('NONE')).not.toContain('pageParameter');
    expect(names('PAGE')).toContain('pageParameter');
    expect(names('PAGE')).not.toContain('nextPointer');
    expect(names('NEXT_LINK')).toContain('nextPointer');
  });

  it('sends what was said and nothing else', () => {
    const values = { ...usual('JSON_API'), url: ' https://api.invalid/x ', itemsPointer: ' ', headerName: 'X-Key', headerValue: 's', nextPointer: '/next' };

    expect(settings('JSON_API', values)).toEqual({ url: 'https://api.invalid/x', paging: 'NONE', headerName: 'X-Key', headerValue: 's', intervalSeconds: 30 });
  });

  it('says what is still missing', () => {
    expect(missing('XLSX_FOLDER', usual('XLSX_FOLDER'))).toEqual(['folder']);
    expect(missing('CSV_FOLDER', { ...usual('CSV_FOLDER'), folder: '/srv/x', delimiter: '' })).toEqual(['delimiter']);
  });

  it('has a word for every setting and kind', () => {
    for (const [kind, form] of Object.entries(forms)) {
      for (const texts of [zh, en]) {
        expect(texts.kind[kind as Kind]).toBeTruthy();
        for (const setting of form) {
          expect(texts.setting).toHaveProperty(setting.name);
        }
      }
    }
  });
});
