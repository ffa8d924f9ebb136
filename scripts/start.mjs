/** `npm start`: installs, builds, then serves. The server itself prints its own stages and the address. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildAll, checkNode, installDependencies, main, ROOT, stage } from './prepare.mjs';

main(async () => {
  checkNode();
  await stage('安装依赖 Installing dependencies', installDependencies);
  await stage('构建 Building', buildAll);
  const server = spawn(process.execPath, ['--enable-source-maps', join(ROOT, 'runtime', 'dist', 'main.js')], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  // Ctrl-C reaches the server by itself; a signal sent to this process alone is passed on.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  server.on('close', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
});
