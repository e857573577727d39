import 'element-plus/theme-chalk/base.css';
import './theme.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { askAs } from '@/shared/api/client';
import { accessToken, login, ownDepartments } from '@/shared/auth/login';
import { i18n } from '@/shared/i18n/i18n';
import { departmentToActFor, useSession } from '@/shared/session/session';
import App from './App.vue';
import CannotStart from './pages/CannotStart.vue';
import { features } from './features';
import { addFeatureMessages, createHubRouter } from './router';

async function start(): Promise<void> {
  addFeatureMessages(features);
  const pinia = createPinia();
  const session = useSession(pinia);
  askAs({ token: accessToken, department: () => departmentToActFor(ownDepartments()), language: () => i18n.global.locale.value });
  await login(i18n.global.locale.value);
  await session.open();
  createApp(App).use(pinia).use(i18n).use(createHubRouter(features)).mount('#app');
}

start().catch((cause: unknown) => {
  createApp(CannotStart, { cause }).use(i18n).mount('#app');
});
