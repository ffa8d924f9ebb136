#!/usr/bin/env node
/** The command line. It runs what the build made; on a fresh clone it builds first. */
import { existsSync } from 'node:fs';

const built = new URL('../dist/cli.js', import.meta.url);
if (!existsSync(built)) await import('../build.mjs');
await import(built.href);
