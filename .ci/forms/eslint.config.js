import js from '@eslint/js';
import globals from 'globals';

/** The ways by which text turns into markup or code. */
const MARKUP = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTML', 'setHTMLUnsafe', 'srcdoc', 'createContextualFragment']
  .map(property => ({ property, message: 'Text from people only ever becomes text nodes; see el() in forms/dom.js.' }));

export default [
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { ecmaVersion: 2022, sourceType: 'module' },
    rules: {
      'curly': ['error', 'multi-line'],
      'eqeqeq': 'error',
      'no-alert': 'error',
      'no-else-return': 'error',
      'no-eval': 'error',
      'no-implicit-coercion': 'error',
      'no-implicit-globals': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-param-reassign': 'error',
      'no-restricted-properties': ['error', ...MARKUP,
        { object: 'document', property: 'write', message: 'A page is built of elements; see el() in forms/dom.js.' }],
      'no-script-url': 'error',
      'no-shadow': 'error',
      'no-unused-vars': ['error', { args: 'all', argsIgnorePattern: '^_$' }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
    },
  },
  { files: ['forms/**', 'src/main/**'], languageOptions: { globals: globals.browser } },
  { files: ['.ci/**'], languageOptions: { globals: globals.node } },
  { files: ['.ci/forms/tests/**'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  { files: ['.ci/models/rules/**'], languageOptions: { sourceType: 'commonjs' } },
  { ignores: ['target/**', 'data/**', '**/node_modules/**'] },
];
