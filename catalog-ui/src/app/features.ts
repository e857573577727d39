import { access } from '@/features/access/feature';
import { audit } from '@/features/audit/feature';
import { batches } from '@/features/batches/feature';
import { catalog } from '@/features/catalog/feature';
import { fields } from '@/features/fields/feature';
import { proposals } from '@/features/proposals/feature';
import { quality } from '@/features/quality/feature';
import { releases } from '@/features/releases/feature';
import { sources } from '@/features/sources/feature';
import type { Feature } from '@/shared/feature';

/** Everything these pages can do; nothing else knows more than one feature. */
export const features: Feature[] = [catalog, fields, batches, quality, releases, access, proposals, sources, audit];
