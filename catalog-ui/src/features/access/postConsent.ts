import { hub } from '@/shared/api/client';

/** A sharing-head's word on an application: of the applicant's department first, of the provider's then. */
export async function postConsent(application: string, decision: 'CONSENT' | 'REFUSE', opinion: string): Promise<void> {
  await hub.POST('/api/v1/applications/{id}/consents', { params: { path: { id: application } }, body: { decision, opinion } });
}
