/**
 * `tsx tests/bench/main.ts [NAME…]`: bundles the benches as the product is bundled, runs them in a process of their own
 * and passes on what they print: one JSON object on stdout, a table on stderr. Exit code 1 when a bar does not hold.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');
const out = join(root, 'node_modules', '.cache', 'tongban-bench');

await build({
  entryPoints: {
    run: join(root, 'tests/bench/run.ts'),
    'journal-worker': join(root, 'runtime/src/hosts/embedded/journal-worker.ts'),
  },
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  logLevel: 'warning',
  plugins: [
    {
      name: 'packages-stay-outside',
      setup(context) {
        context.onResolve({ filter: /^[^./]/ }, (args) =>
          args.kind === 'entry-point' || args.path.startsWith('@tongban/')
            ? undefined
            : { path: args.path, external: true },
        );
      },
    },
  ],
});
const ran = spawnSync(process.execPath, [join(out, 'run.mjs'), ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
process.exit(ran.status ?? 1);
