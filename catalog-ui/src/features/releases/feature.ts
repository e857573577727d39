import type { Feature } from '@/shared/feature';
import en from './locales/en.json';
import zh from './locales/zh-CN.json';

/** The releases of a dataset: what each changed, and taking the last one back. */
export const releases: Feature = {
  id: 'releases',
  datasetTabs: [{ title: 'releases.tab', path: 'releases', order: 35, ownersOnly: true, component: () => import('./ReleasesTab.vue') }],
  messages: { 'zh-CN': zh, en },
};
