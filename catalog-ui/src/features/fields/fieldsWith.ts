import type { SchemaField } from './fetchSchema';

/** The fields whose name or title, in either language, holds the text, whatever the case; all for an empty text. */
export function fieldsWith(fields: SchemaField[], text: string): SchemaField[] {
  const wanted = text.trim().toLowerCase();
  return wanted === '' ? fields : fields.filter((field) => [field.name, field.title.zh, field.title.en].some((each) => each.toLowerCase().includes(wanted)));
}
