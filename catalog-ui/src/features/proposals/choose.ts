/** One field of a mapping, as the mapping language has it. */
export interface MappedField {
  to: string;
  from?: string | string[];
  concat?: { from: (string | string[])[]; with?: string };
  transforms?: unknown[];
  otherwise?: unknown;
}

export interface Mapping {
  version: number;
  fields: MappedField[];
}

function reads(field: MappedField, column: string): boolean {
  const from = field.concat ? field.concat.from.flat() : [field.from ?? []].flat();
  return from.includes(column);
}

/** The field each column goes to. */
export function fieldOf(mapping: Mapping, column: string): string | undefined {
  return mapping.fields.find((field) => reads(field, column))?.to;
}

/**
 * The mapping with a column going to another field, or to none: what the column filled before is left open, what filled the
 * field before is replaced. Only blanks are taken off; further steps are the steward's to add.
 */
export function choose(mapping: Mapping, column: string, field: string | undefined): Mapping {
  const rest = mapping.fields.filter((each) => each.to !== field && !(reads(each, column) && !each.otherwise));
  const kept = rest.map((each) => (reads(each, column) && each.otherwise ? ({ to: each.to, ...(each.otherwise as object) } as MappedField) : each));
  return { ...mapping, fields: field ? [...kept, { to: field, from: column, transforms: ['trim'] }] : kept };
}
