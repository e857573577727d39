import type { Feature } from '@/shared/feature';
import en from './locales/en.json';
import zh from './locales/zh-CN.json';

/** The catalog: finding a dataset, and its page with the statutory items. */
export const catalog: Feature = {
  id: 'catalog',
  menu: [{ title: 'catalog.menu', path: '/datasets', order: 10 }],
  routes: [
    { path: '/datasets', name: 'datasets', component: () => import('./DatasetListPage.vue'), meta: { title: 'catalog.menu' } },
    { path: '/datasets/:code', name: 'dataset', component: () => import('./DatasetPage.vue') },
  ],
  datasetTabs: [{ title: 'catalog.overview', path: '', order: 10, component: () => import('./OverviewTab.vue') }],
  messages: { 'zh-CN': zh, en },
};
