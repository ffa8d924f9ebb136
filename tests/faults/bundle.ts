/** Bundles a child and the journal's worker as the product is bundled, so that children start fast. */
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/** Answers with the child's file. */
export async function bundle(child: string): Promise<string> {
  const outdir = join(root, 'node_modules', '.cache', 'tongban-faults');
  await build({
    entryPoints: {
      [child]: join(import.meta.dirname, `${child}.ts`),
      'journal-worker': join(root, 'runtime/src/hosts/embedded/journal-worker.ts'),
    },
    outdir,
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
  return join(outdir, `${child}.mjs`);
}
