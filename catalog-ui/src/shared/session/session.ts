import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { fetchDepartments, type Department } from './fetchDepartments';
import { fetchMe, type Me } from './fetchMe';

/** The realm's roles, as the hub names them. */
export type Role =
  | 'steward'
  | 'sharing-head'
  | 'developer'
  | 'catalog-authority'
  | 'system-admin'
  | 'security-admin'
  | 'audit-admin';

const DEPARTMENT_KEY = 'hub.department';

/** The person at the screen, the department acted for, and the departments there are. */
export const useSession = defineStore('session', () => {
  const me = shallowRef<Me>();
  const departments = shallowRef<Department[]>([]);
  const department = computed(() => me.value?.department ?? undefined);

  async function open(): Promise<void> {
    me.value = await fetchMe();
    departments.value = await fetchDepartments();
  }

  /** Acts for another of the person's departments from the next page on. */
  function actFor(code: string): void {
    sessionStorage.setItem(DEPARTMENT_KEY, code);
    window.location.assign('/');
  }

  function has(roles: readonly Role[] | undefined): boolean {
    return !roles || roles.some((role) => me.value?.roles?.includes(role));
  }

  function departmentTitle(code: string | undefined | null, locale: string): string {
    const title = departments.value.find((each) => each.code === code)?.title;
    return (locale === 'en' ? title?.en : title?.zh) ?? code ?? '';
  }

  return { me, departments, department, open, actFor, has, departmentTitle };
});

/** The department to act for, of a person with several: the one chosen earlier in this tab, else the first. */
export function departmentToActFor(own: string[]): string | undefined {
  if (own.length < 2) {
    return undefined;
  }
  const chosen = sessionStorage.getItem(DEPARTMENT_KEY);
  return chosen && own.includes(chosen) ? chosen : own[0];
}
