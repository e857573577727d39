import { bodyOf, hub } from '@/shared/api/client';
import type { Dataset } from '@/shared/dataset';

export async function fetchDataset(code: string): Promise<Dataset> {
  return bodyOf(await hub.GET('/api/v1/datasets/{code}', { params: { path: { code } } }));
}
