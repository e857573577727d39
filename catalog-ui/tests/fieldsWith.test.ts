import { expect, it } from 'vitest';
import type { SchemaField } from '@/features/fields/fetchSchema';
import { fieldsWith } from '@/features/fields/fieldsWith';

const field = (name: string, zh: string, en: string): SchemaField => ({ name, title: { zh, en } }) as SchemaField;
const fields = [field('regNo', '注册号', 'Registration number'), field('name', '名称', 'Name')];

it.each([
  ['', ['regNo', 'name']],
  [' 名 ', ['name']],
  ['REGNO', ['regNo']],
  ['registration', ['regNo']],
  ['none', []],
])('fields with "%s"', (text, names) => {
  expect(fieldsWith(fields, text).map((each) => each.name)).toEqual(names);
});
