import { watch } from 'vue';
import { createRouter, createWebHistory, type Router, type RouterHistory, type RouteRecordRaw } from 'vue-router';
import type { DatasetTab, Feature, MenuItem } from '@/shared/feature';
import { addMessages, i18n } from '@/shared/i18n/i18n';
import { useSession, type Role } from '@/shared/session/session';

export function addFeatureMessages(features: Feature[]): void {
  features.forEach((feature) => addMessages(feature.id, feature.messages));
}

/** The menu lines the person may follow, in their order. */
export function menuOf(features: Feature[], has: (roles?: readonly Role[]) => boolean): MenuItem[] {
  return features
    .filter((feature) => has(feature.roles))
    .flatMap((feature) => feature.menu ?? [])
    .sort((a, b) => a.order - b.order);
}

/** All routes: each feature's own, and its tabs under the dataset page. */
export function routesOf(features: Feature[]): RouteRecordRaw[] {
  const tabs = features.flatMap((feature) => (feature.datasetTabs ?? []).map((tab) => ({ ...tab, roles: feature.roles }))).sort((a, b) => a.order - b.order);
  return features.flatMap((feature) =>
    (feature.routes ?? []).map((route): RouteRecordRaw => {
      const guarded = { ...route, meta: { ...route.meta, roles: feature.roles } } as RouteRecordRaw;
      return route.name === 'dataset' ? ({ ...guarded, props: { tabs }, children: tabs.map(tabRoute) } as RouteRecordRaw) : guarded;
    }),
  );
}

function tabRoute(tab: DatasetTab): RouteRecordRaw {
  return { path: tab.path, name: `dataset-${tab.path || 'overview'}`, component: tab.component, meta: { title: tab.title, roles: tab.roles } };
}

export function createHubRouter(features: Feature[], history: RouterHistory = createWebHistory()): Router {
  const router = createRouter({
    history,
    routes: [
      { path: '/', redirect: '/datasets' },
      ...routesOf(features),
      { path: '/forbidden', name: 'forbidden', component: () => import('./pages/RefusalPage.vue'), props: { code: 403 }, meta: { title: 'app.forbidden' } },
      { path: '/:rest(.*)*', name: 'not-found', component: () => import('./pages/RefusalPage.vue'), props: { code: 404 }, meta: { title: 'app.notFound' } },
    ],
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
  });
  router.beforeEach((to) => {
    const allowed = to.matched.every((record) => useSession().has(record.meta.roles));
    return allowed ? true : { name: 'forbidden', query: { page: to.fullPath }, replace: true };
  });
  watch([router.currentRoute, i18n.global.locale], ([route]) => {
    const page = route.meta.title ? `${i18n.global.t(route.meta.title)} - ` : '';
    document.title = page + i18n.global.t('app.name');
  });
  return router;
}
