import { bodyOf, hub } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type Department = components['schemas']['Department'];

export async function fetchDepartments(): Promise<Department[]> {
  return bodyOf(await hub.GET('/api/v1/departments')).items ?? [];
}
