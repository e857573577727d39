import { computed, watch } from 'vue';
import { createI18n, useI18n } from 'vue-i18n';
import type { Messages } from '@/shared/feature';
import en from './en.json';
import zh from './zh-CN.json';

export type Locale = 'zh-CN' | 'en';

const STORE = 'hub.locale';

function firstLocale(): Locale {
  return localStorage.getItem(STORE) === 'en' ? 'en' : 'zh-CN';
}

export const i18n = createI18n({
  legacy: false,
  locale: firstLocale() as string,
  fallbackLocale: false,
  messages: { 'zh-CN': zh as Messages, en: en as Messages },
});

watch(
  i18n.global.locale,
  (locale) => {
    localStorage.setItem(STORE, locale);
    document.documentElement.lang = locale;
  },
  { immediate: true },
);

export function addMessages(feature: string, messages: { 'zh-CN': Messages; en: Messages }): void {
  i18n.global.mergeLocaleMessage('zh-CN', { [feature]: messages['zh-CN'] });
  i18n.global.mergeLocaleMessage('en', { [feature]: messages.en });
}

/** Texts that the hub keeps in both languages. */
export interface LocalizedText {
  zh?: string;
  en?: string;
}

/** The translations plus everything that depends on the language: two-language texts, instants, dates and numbers. */
export function useText() {
  const { t, te, locale } = useI18n();
  const instants = computed(
    () =>
      new Intl.DateTimeFormat('sv-SE', {
        timeZone: 'Asia/Shanghai',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      }),
  );
  const numbers = computed(() => new Intl.NumberFormat(locale.value));

  /** The text in the reader's language, else in the other one. */
  function localized(text: LocalizedText | null | undefined): string {
    return (locale.value === 'en' ? text?.en || text?.zh : text?.zh || text?.en) ?? '';
  }
  function instant(value: string | null | undefined): string {
    return value ? instants.value.format(new Date(value)) : '–';
  }
  function number(value: number | null | undefined): string {
    return value === null || value === undefined ? '–' : numbers.value.format(value);
  }
  /** The text of a code such as a state; the code itself where none is known. */
  function term(prefix: string, code: string | number | null | undefined): string {
    if (code === null || code === undefined || code === '') {
      return '–';
    }
    return te(`${prefix}.${code}`) ? t(`${prefix}.${code}`) : String(code);
  }
  return { t, te, locale, localized, instant, number, term };
}
