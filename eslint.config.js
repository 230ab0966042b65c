import js from '@eslint/js';
import globals from 'globals';

// Text becomes DOM through nodes or through the one reviewed sink, which says so where it stands.
const sinks = [
  ...['innerHTML', 'outerHTML', 'srcdoc'].map((name) => ({
    selector: `AssignmentExpression[left.property.name='${name}']`,
    message: `${name} takes HTML; build nodes, or use the reviewed sink`,
  })),
  ...['insertAdjacentHTML', 'setHTMLUnsafe', 'parseHTMLUnsafe', 'parseFromString', 'createContextualFragment'].map(
    (name) => ({
      selector: `CallExpression[callee.property.name='${name}']`,
      message: `${name} takes HTML; build nodes, or use the reviewed sink`,
    }),
  ),
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: 'document.write takes HTML',
  },
];

// Publishing takes the indentation away.
const longTexts = {
  selector: 'TemplateElement[value.raw=/\\n/]',
  message: 'a text in backquotes must not go over several lines here',
};

export default [
  { ignores: ['build/', 'dist/', '.dist.broadsheet/', '**/node_modules/', 'posts/', 'cmake/node-environment.js', 'tests/data/'] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: 'module' },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: false }],
      'max-lines-per-function': ['error', { max: 60, IIFEs: true }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-shadow': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['web/**/*.js'],
    languageOptions: { globals: globals.browser },
    rules: { 'no-restricted-syntax': ['error', ...sinks, longTexts] },
  },
  {
    files: ['web/**/*worker*.js'],
    languageOptions: { globals: { ...globals.worker } },
  },
  {
    files: ['tools/**', 'tests/**', 'src/**', '*.js'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['tools/*_client.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    // Browser tests hand functions to the page.
    files: ['tests/browser/**'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    files: ['tests/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
];
