import { hub } from '@/shared/api/client';
import { PAGE_SIZE, pageOf, type Page } from '@/shared/api/page';
import type { Listed } from '@/shared/api/answers';

export type Application = Listed<'/api/v1/applications'>;

export interface ApplicationFilter {
  dataset?: string;
  state?: string;
  cursor?: string;
}

export async function fetchApplications(filter: ApplicationFilter): Promise<Page<Application>> {
  return pageOf<Application>(await hub.GET('/api/v1/applications', { params: { query: { ...filter, state: filter.state as Application['state'], limit: PAGE_SIZE } } }));
}
