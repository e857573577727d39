import { hub } from '@/shared/api/client';
import { PAGE_SIZE, pageOf, type Page } from '@/shared/api/page';
import type { Dataset } from '@/shared/dataset';

export interface DatasetFilter {
  q?: string;
  department?: string;
  state?: string;
  cursor?: string;
}

export async function fetchDatasets(filter: DatasetFilter): Promise<Page<Dataset>> {
  return pageOf<Dataset>(await hub.GET('/api/v1/datasets', { params: { query: { ...filter, state: filter.state as Dataset['state'], limit: PAGE_SIZE } } }));
}
