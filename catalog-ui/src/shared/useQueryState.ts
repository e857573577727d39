import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** What a list shows, kept in the address: reload, back and a sent link all show the same. */
export function useQueryState<K extends string>(
  names: readonly K[],
): { state: ComputedRef<Partial<Record<K, string>>>; change: (changes: Partial<Record<K, string | undefined>>) => void } {
  const route = useRoute();
  const router = useRouter();
  const state = computed(() => {
    const found: Partial<Record<K, string>> = {};
    for (const name of names) {
      const value = route.query[name];
      if (typeof value === 'string' && value !== '') {
        found[name] = value;
      }
    }
    return found;
  });
  function change(changes: Partial<Record<K, string | undefined>>): void {
    const merged = Object.entries({ ...route.query, ...changes });
    const query = Object.fromEntries(merged.filter(([, value]) => value)) as typeof route.query;
    void router.push({ query });
  }
  return { state, change };
}
