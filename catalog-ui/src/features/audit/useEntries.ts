import { computed, type ComputedRef } from 'vue';
import { useAnswer, type Answer } from '@/shared/api/useAnswer';
import { fetchEntries, narrowing, type EntryPage, type LogOverview } from './fetchEntries';

type State = Partial<Record<string, string>>;

/** Entries as the address asks for them; they are counted once per filter and not again for its further pages. */
export function useEntries(state: ComputedRef<State>): Answer<EntryPage> {
  let counted: { filter: string; overview: LogOverview | undefined } | undefined;
  const filter = computed(() => JSON.stringify(narrowing(state.value)));

  async function ask(): Promise<EntryPage> {
    const asked = filter.value;
    const known = counted?.filter === asked && state.value.cursor ? counted : undefined;
    const page = await fetchEntries(narrowing(state.value), state.value.cursor, !known);
    counted = known ?? { filter: asked, overview: page.overview };
    return { ...page, overview: counted.overview };
  }
  return useAnswer(ask, () => `${filter.value} ${state.value.cursor ?? ''}`);
}
