import type { Feature } from '@/shared/feature';
import en from './locales/en.json';
import zh from './locales/zh-CN.json';

/** Where a dataset's data comes from, and whether it flows. */
export const sources: Feature = {
  id: 'sources',
  roles: ['steward'],
  datasetTabs: [{ title: 'sources.tab', path: 'sources', order: 50, ownersOnly: true, component: () => import('./SourcesTab.vue') }],
  messages: { 'zh-CN': zh, en },
};
