import type { Feature } from '@/shared/feature';
import en from './locales/en.json';
import zh from './locales/zh-CN.json';

/** How good a dataset is: six dimensions, their trend, the worst fields, the last batches. */
export const quality: Feature = {
  id: 'quality',
  datasetTabs: [{ title: 'quality.tab', path: 'quality', order: 32, component: () => import('./QualityTab.vue') }],
  messages: { 'zh-CN': zh, en },
};
