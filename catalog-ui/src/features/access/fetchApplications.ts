import { hub } from '@/shared/api/client';
import { PAGE_SIZE, pageOf, type Page } from '@/shared/api/page';
import type { components } from '@/shared/api/schema';

export type Application = components['schemas']['Application'];

export interface ApplicationFilter {
  dataset?: string;
  state?: string;
  cursor?: string;
}

export async function fetchApplications(filter: ApplicationFilter): Promise<Page<Application>> {
  return pageOf<Application>(await hub.GET('/api/v1/applications', { params: { query: { ...filter, limit: PAGE_SIZE } } }));
}
