import type { Feature } from '@/shared/feature';
import en from './locales/en.json';
import zh from './locales/zh-CN.json';

/** Applications for data, the consents they need and the grants that follow. */
export const access: Feature = {
  id: 'access',
  roles: ['steward', 'sharing-head', 'developer', 'catalog-authority', 'security-admin'],
  menu: [{ title: 'access.menu', path: '/applications', order: 20 }],
  routes: [{ path: '/applications', name: 'applications', component: () => import('./ApplicationsPage.vue'), meta: { title: 'access.menu' } }],
  datasetTabs: [{ title: 'access.tab', path: 'access', order: 40, component: () => import('./AccessTab.vue') }],
  messages: { 'zh-CN': zh, en },
};
