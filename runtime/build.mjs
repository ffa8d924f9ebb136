/** Bundles the server, the command line and the journal's worker to dist/; packages stay outside the bundle
 * (data files of packages come in: Node asks for an attribute on those). */
import { build } from 'esbuild';
import { existsSync } from 'node:fs';

const entries = ['src/main.ts', 'src/cli.ts', 'src/hosts/embedded/journal-worker.ts'].filter((path) =>
  existsSync(path),
);

await build({
  entryPoints: entries,
  outdir: 'dist',
  outbase: 'src',
  entryNames: '[name]',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [
    {
      name: 'packages-stay-outside',
      setup(context) {
        context.onResolve({ filter: /^[^./]/ }, (args) =>
          args.kind === 'entry-point' || args.path.startsWith('@tongban/') || args.path.endsWith('.json')
            ? undefined
            : { path: args.path, external: true },
        );
      },
    },
  ],
});
