/** `npm test`: installs, builds, finds a browser, then runs every test of every workspace. Arguments go to vitest. */
import { buildAll, checkNode, installDependencies, main, run, stage, tool } from './prepare.mjs';

main(async () => {
  checkNode();
  let browser = '';
  await stage('Installing dependencies', installDependencies);
  await stage('Building', buildAll);
  await stage('Finding a browser', async () => {
    const { findBrowser } = await import('./browser.mjs');
    browser = await findBrowser();
    return browser;
  });
  await run(tool('vitest'), ['run', ...process.argv.slice(2)], { show: true, env: { TONGBAN_BROWSER: browser } });
});
