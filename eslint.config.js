/**
 * Lint, with the walls of the house as rules: designer → the runtime's types → shared; shared imports nothing of ours
 * and stays pure; an area never reaches into another area's storage; nothing imports the templates.
 */
import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import ts from 'typescript-eslint';

const templates = {
  group: ['**/templates/**'],
  message: 'Templates are data read from disk; the product works without them.',
};
const tests = ['**/*.test.ts', '**/*.test.tsx', '**/testing.ts', '**/testing/**'];

export default ts.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/.turbo/**', 'data/**'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-imports': ['error', { patterns: [templates] }],
      // For declarations of packages that bring none of their own.
      '@typescript-eslint/triple-slash-reference': ['error', { path: 'always' }],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['shared/src/**/*.ts'],
    ignores: tests,
    languageOptions: { globals: {} },
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            templates,
            { group: ['@tongban/*', '**/runtime/**', '**/designer/**'], message: 'shared/ imports nothing of ours.' },
            {
              group: ['node:*', 'react', 'react-*', 'antd', '@trpc/*', 'fastify'],
              message: 'shared/ runs everywhere: no Node API, no React.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'process',
        'fetch',
        'setTimeout',
        'setInterval',
        'crypto',
        'performance',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock comes in as data.' },
        { object: 'Math', property: 'random', message: 'Randomness comes in as data.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock comes in as data.' },
      ],
    },
  },
  {
    files: ['runtime/src/**/*.ts'],
    languageOptions: { globals: globals.node },
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            templates,
            { group: ['**/designer/**', '@tongban/designer*', 'react', 'antd'], message: 'The server knows no page.' },
            {
              regex: '^\\.\\./(?!storage/)[a-z]+/(.*-)?(storage|tables?)\\.ts$',
              message: "An area never reaches into another area's storage.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ['designer/src/**/*.{ts,tsx}'],
    languageOptions: { globals: globals.browser },
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            templates,
            { regex: '^@tongban/runtime(?!/api$)', message: "Only the runtime's types come here." },
            { regex: '^(\\.{1,2}/(.*/)?runtime/|node:)', message: "Only the runtime's types come here." },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'JSXOpeningElement[name.name=/(Outlined|Filled|TwoTone)$/]:not(:has(JSXAttribute[name.name=/^aria-(hidden|label)$/]))',
          message: 'An icon calls itself by an English name: hide it from screen readers, or give it a word.',
        },
      ],
    },
  },
  {
    files: [
      'scripts/**',
      '**/*.mjs',
      '**/*.config.{js,ts}',
      'tests/**',
      'runtime/src/cli*.ts',
      'runtime/src/main.ts',
      ...tests,
    ],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { 'no-console': 'off', 'no-restricted-imports': 'off' },
  },
);
