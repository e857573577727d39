let kept: { dataset: string; mapping: string } | undefined;

/** Keeps a mapping for the form that connects a source to this dataset, or uploads a file to it. */
export function keepMapping(dataset: string, mapping: string): void {
  kept = { dataset, mapping };
}

/** The mapping kept for a dataset, once. */
export function takeMapping(dataset: string): string | undefined {
  const mapping = kept?.dataset === dataset ? kept.mapping : undefined;
  kept = undefined;
  return mapping;
}
