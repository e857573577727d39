import type { Feature } from '@/shared/feature';
import en from './locales/en.json';
import zh from './locales/zh-CN.json';

/** The access log, for those who review it. */
export const audit: Feature = {
  id: 'audit',
  roles: ['audit-admin'],
  menu: [{ title: 'audit.menu', path: '/audit/entries', order: 90 }],
  routes: [{ path: '/audit/entries', name: 'access-log', component: () => import('./AccessLogPage.vue'), meta: { title: 'audit.menu' } }],
  messages: { 'zh-CN': zh, en },
};
