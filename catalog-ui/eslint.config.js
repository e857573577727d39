import { fileURLToPath } from 'node:url';
import vueI18n from '@intlify/eslint-plugin-vue-i18n';
import boundaries from 'eslint-plugin-boundaries';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules/', 'target/', 'dist/', 'screenshots/', 'src/shared/api/schema.d.ts', 'src/app/components.d.ts'] },
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    rules: {
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/component-name-in-template-casing': ['error', 'kebab-case', { registeredComponentsOnly: false, globals: ['RouterLink', 'RouterView'] }],
      'vue/no-v-html': 'error',
      'no-console': 'error',
    },
  },
  { files: ['scripts/**', 'e2e/**'], rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' } },
  {
    // Text a person reads comes from the message files, in both languages.
    files: ['src/**/*.{vue,ts}'],
    plugins: { '@intlify/vue-i18n': vueI18n },
    rules: {
      '@intlify/vue-i18n/no-raw-text': [
        'error',
        {
          attributes: { '/.+/': ['title', 'label', 'placeholder', 'description', 'content', 'alt', 'aria-label', 'empty-text'] },
          ignorePattern: "^[-–—/:·#().,%0-9\\s]*$",
        },
      ],
    },
  },
  {
    // A feature may use what is shared and itself; only the app knows all features.
    files: ['src/**/*.{vue,ts}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { [fileURLToPath(new URL('./scripts/import-resolver.cjs', import.meta.url))]: {} },
      'boundaries/elements': [
        { type: 'app', pattern: 'src/app' },
        { type: 'shared', pattern: 'src/shared' },
        { type: 'feature', pattern: 'src/features/*', capture: ['feature'] },
      ],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            { from: { element: { type: 'app' } }, allow: [{ to: { element: { type: 'shared' } } }, { to: { element: { type: 'feature' } } }] },
            { from: { element: { type: 'feature' } }, allow: { to: { element: { type: 'shared' } } } },
          ],
        },
      ],
    },
  },
);
