import type { Feature } from '@/shared/feature';
import en from './locales/en.json';
import zh from './locales/zh-CN.json';

/** The batches of a dataset: how much came, what was good, what was refused and why. */
export const batches: Feature = {
  id: 'batches',
  datasetTabs: [{ title: 'batches.tab', path: 'batches', order: 30, ownersOnly: true, component: () => import('./BatchesTab.vue') }],
  messages: { 'zh-CN': zh, en },
};
