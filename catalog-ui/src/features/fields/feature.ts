import type { Feature } from '@/shared/feature';
import en from './locales/en.json';
import zh from './locales/zh-CN.json';

/** The fields of a dataset, as its schema has them. */
export const fields: Feature = {
  id: 'fields',
  datasetTabs: [{ title: 'fields.tab', path: 'fields', order: 20, component: () => import('./FieldsTab.vue') }],
  messages: { 'zh-CN': zh, en },
};
