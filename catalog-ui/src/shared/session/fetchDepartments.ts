import { bodyOf, hub } from '@/shared/api/client';
import type { Listed } from '@/shared/api/answers';

export type Department = Listed<'/api/v1/departments'>;

export async function fetchDepartments(): Promise<Department[]> {
  return bodyOf(await hub.GET('/api/v1/departments')).items ?? [];
}
