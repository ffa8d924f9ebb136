/** `npm run bench [-- NAME]`: figures beside their yardsticks. One JSON object on stdout; everything else on stderr. */
import { spawn } from 'node:child_process';
import { checkNode, installDependencies, main, ROOT, tool } from './prepare.mjs';

main(async () => {
  checkNode();
  await installDependencies();
  const child = spawn(tool('tsx'), ['tests/bench/main.ts', ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  child.on('close', (code) => process.exit(code ?? 1));
});
