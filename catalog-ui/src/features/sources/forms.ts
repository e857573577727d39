import type { Source } from './fetchSources';

export type Kind = Source['kind'];

/** One thing a steward says of a source; the texts `sources.setting.<name>` and `sources.hint.<name>` belong to it. */
export interface Setting {
  name: string;
  type?: 'number' | 'secret' | 'choice';
  required?: boolean;
  /** What stands there at first. */
  usual?: string | number;
  choices?: readonly string[];
  /** Shown only while the paging is this one. */
  paging?: string;
}

export type Values = Record<string, string | number | undefined>;

const interval: Setting = { name: 'intervalSeconds', type: 'number', usual: 30 };
const folder: Setting = { name: 'folder', required: true };

/** What each kind of source has to be told, in the order in which it is asked. */
export const forms: Record<Kind, readonly Setting[]> = {
  DATABASE_TABLE: [
    { name: 'jdbcUrl', required: true },
    { name: 'username', required: true },
    { name: 'password', type: 'secret', required: true },
    { name: 'table', required: true },
    { name: 'incrementalColumn' },
    interval,
  ],
  CSV_FOLDER: [
    folder,
    { name: 'charset', type: 'choice', required: true, usual: 'UTF-8', choices: ['UTF-8', 'GB18030', 'GBK'] },
    { name: 'delimiter', required: true, usual: ',' },
    interval,
  ],
  XLSX_FOLDER: [folder, { name: 'sheet' }, { name: 'headerRow', type: 'number', usual: 1 }, interval],
  JSON_API: [
    { name: 'url', required: true },
    { name: 'itemsPointer' },
    { name: 'paging', type: 'choice', required: true, usual: 'NONE', choices: ['NONE', 'PAGE', 'NEXT_LINK'] },
    { name: 'pageParameter', required: true, usual: 'page', paging: 'PAGE' },
    { name: 'sizeParameter', paging: 'PAGE' },
    { name: 'pageSize', type: 'number', usual: 500, paging: 'PAGE' },
    { name: 'nextPointer', paging: 'NEXT_LINK' },
    { name: 'headerName' },
    { name: 'headerValue', type: 'secret' },
    interval,
  ],
};

export function usual(kind: Kind): Values {
  return Object.fromEntries(forms[kind].map((setting) => [setting.name, setting.usual]));
}

/** The settings to ask for now. */
export function asked(kind: Kind, values: Values): readonly Setting[] {
  return forms[kind].filter((setting) => !setting.paging || setting.paging === values.paging);
}

function given(values: Values, setting: Setting): string | number | undefined {
  const value = values[setting.name];
  return typeof value === 'string' ? value.trim() || undefined : value;
}

/** What is still missing. */
export function missing(kind: Kind, values: Values): string[] {
  return asked(kind, values).filter((setting) => setting.required && given(values, setting) === undefined).map((setting) => setting.name);
}

/** The settings as the hub takes them: what is not asked or not said is left out. */
export function settings(kind: Kind, values: Values): Values {
  return Object.fromEntries(
    asked(kind, values)
      .map((setting): [string, string | number | undefined] => [setting.name, given(values, setting)])
      .filter(([, value]) => value !== undefined),
  );
}
