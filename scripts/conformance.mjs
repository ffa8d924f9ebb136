/** `npm run conformance -- <suite> <folder>`: suites of others, run against ours. See tests/conformance/main.ts. */
import { spawn } from 'node:child_process';
import { checkNode, installDependencies, main, ROOT, tool } from './prepare.mjs';

main(async () => {
  checkNode();
  await installDependencies();
  const child = spawn(tool('tsx'), ['tests/conformance/main.ts', ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  child.on('close', (code) => process.exit(code ?? 1));
});
