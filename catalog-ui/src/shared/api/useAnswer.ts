import { shallowRef, watch, type ShallowRef, type WatchSource } from 'vue';
import { Problem } from './problem';

export interface Answer<T> {
  value: ShallowRef<T | undefined>;
  loading: ShallowRef<boolean>;
  problem: ShallowRef<Problem | undefined>;
  reload: () => Promise<void>;
}

/**
 * Asks once now and again whenever what it depends on changes. An answer overtaken by a later question is dropped;
 * the former value stays visible while the next is on its way.
 */
export function useAnswer<T>(ask: () => Promise<T>, dependsOn: WatchSource = () => 0): Answer<T> {
  const value = shallowRef<T>();
  const loading = shallowRef(false);
  const problem = shallowRef<Problem>();
  let latest = 0;

  async function reload(): Promise<void> {
    const mine = ++latest;
    loading.value = true;
    try {
      const answer = await ask();
      if (mine === latest) {
        value.value = answer;
        problem.value = undefined;
      }
    } catch (cause) {
      if (mine === latest) {
        value.value = undefined;
        problem.value = Problem.of(cause);
      }
    } finally {
      if (mine === latest) {
        loading.value = false;
      }
    }
  }

  watch(dependsOn, reload, { immediate: true });
  return { value, loading, problem, reload };
}
