import { inject, provide, type InjectionKey, type Ref } from 'vue';
import type { Got } from '@/shared/api/answers';

export type Dataset = Got<'/api/v1/datasets/{code}'>;

const KEY: InjectionKey<Ref<Dataset>> = Symbol('dataset');

export function provideDataset(dataset: Ref<Dataset>): void {
  provide(KEY, dataset);
}

/** The dataset whose page a tab stands on. */
export function useDataset(): Ref<Dataset> {
  const dataset = inject(KEY);
  if (!dataset) {
    throw new Error('useDataset() outside the dataset page');
  }
  return dataset;
}
