import type { Feature } from '@/shared/feature';
import en from './locales/en.json';
import zh from './locales/zh-CN.json';

/** A schema and a mapping proposed from a sample file. */
export const proposals: Feature = {
  id: 'proposals',
  roles: ['steward'],
  datasetTabs: [{ title: 'proposals.tab', path: 'proposal', order: 45, ownersOnly: true, component: () => import('./ProposalTab.vue') }],
  messages: { 'zh-CN': zh, en },
};
