import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import tseslint from 'typescript-eslint'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const clock = 'Only src/server/clock.ts asks the time: pass an instant or a day along.'
const waiting = 'Without JavaScript the visitor would see the waiting text for ever: render the page whole.'

const asksTheTime = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
  { selector: "CallExpression[callee.name='Date']", message: clock },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: clock },
]
const readsEnvironment = {
  // Next's own NEXT_RUNTIME is a constant of the build, not configuration.
  selector:
    "MemberExpression[object.name='process'][property.name='env']:not(MemberExpression[property.name='NEXT_RUNTIME'] > *)",
  message: 'Only src/server/env.ts reads the environment: take the parsed value from there.',
}
const waits = [
  { selector: "JSXOpeningElement[name.name='Suspense']", message: waiting },
  { selector: "JSXOpeningElement[name.property.name='Suspense']", message: waiting },
]

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.next*/',
      '.quinze/',
      'src/server/generated/',
      'next-env.d.ts',
      'test-results/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { project: 'tests/tsconfig.json', tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/server/clock.ts', 'src/server/env.ts'],
    rules: { 'no-restricted-syntax': ['error', ...asksTheTime, readsEnvironment, ...waits] },
  },
  {
    files: ['src/server/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', readsEnvironment, ...waits] },
  },
  { files: ['src/server/env.ts'], rules: { 'no-restricted-syntax': ['error', ...asksTheTime, ...waits] } },
  { files: ['src/server/{log,boot}.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['src/app/**/loading.tsx'],
    rules: { 'no-restricted-syntax': ['error', { selector: 'Program', message: waiting }] },
  },
)
