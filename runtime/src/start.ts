/**
 * Starting and stopping, stage by stage: data folder, database, catalog, sample data (first start only), listening.
 * The data folder is locked by the host before anything is written to it.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import pino from 'pino';
import { createHttp } from './api/http.ts';
import { compose, type Server } from './compose.ts';
import { builtInRegisters, loadBuiltIn, loadSample, type BuiltIn } from './demo/load.ts';
import { playCases } from './demo/play.ts';
import { seedCatalog, seedDesigns, seedDirectory } from './demo/seed.ts';
import { realClock, runningClock } from './hosts/clock.ts';
import { openEmbedded } from './hosts/embedded/index.ts';
import type { Host } from './hosts/host.ts';
import { newId } from './ids.ts';
import { openDatabase, type Db } from './storage/database.ts';
import { readSetting, writeSetting } from './storage/settings.ts';

export interface StartOptions {
  readonly mode: 'demo' | 'production';
  readonly port: number;
  readonly dataFolder: string;
  readonly templatesFolder: string;
  readonly web: string | null;
  /** Instant at which the clock starts; null: real time. */
  readonly startAt: number | null;
  /** Hosts that connect steps may call. */
  readonly connectHosts?: readonly string[];
  /** One line per stage. */
  readonly say: (line: string) => void;
}
export interface Started {
  readonly address: string;
  readonly server: Server;
  stop(): Promise<void>;
}

/** A refusal that is the operator's to solve; its message is shown as it is. */
export class StartRefused extends Error {}

const SAMPLE = 'sample';

export async function start(options: StartOptions): Promise<Started> {
  const { say, dataFolder, mode } = options;
  mkdirSync(dataFolder, { recursive: true });
  const logger = pino(
    { level: 'warn' },
    pino.destination({ dest: join(dataFolder, 'server.log'), sync: false, mkdir: true }),
  );
  const builtIn = loadBuiltIn(options.templatesFolder);
  say(`数据目录 Data folder ${dataFolder}`);
  const opened = await openStores(options, (message) => logger.error(message));
  const { db, host } = opened;
  try {
    await refuseDemoAccounts(db, mode);
    const server = compose({
      db,
      host,
      mode,
      dataFolder,
      templates: [...builtIn.templates.values()],
      registers: builtInRegisters(builtIn, options.templatesFolder, mode === 'demo'),
      connectHosts: options.connectHosts ?? [],
      reportBug: (error, where) => logger.error({ err: error, where }, 'unexpected'),
    });
    await server.inner.calendars.refresh();
    await seedCatalog(db, builtIn);
    say(`事项与模板 Catalog ${builtIn.items.length}, templates ${builtIn.templates.size}`);
    if (mode === 'demo') await sampleOnce(options, { db, host, server, builtIn });
    await firstAdministrator(db, say);
    server.machines.begin();
    const http = await createHttp(server, { web: options.web, logger });
    const address = await http.listen({ port: options.port, host: mode === 'demo' ? '127.0.0.1' : '0.0.0.0' });
    return {
      address,
      server,
      async stop() {
        await http.close();
        await host.close();
        await db.destroy();
        logger.flush();
      },
    };
  } catch (error) {
    await host.close();
    await db.destroy();
    throw error;
  }
}

interface Stores {
  readonly db: Db;
  readonly host: Host;
}

async function openStores(options: StartOptions, onFault: (message: string) => void): Promise<Stores> {
  const { dataFolder, startAt, say } = options;
  const open = async (): Promise<Stores> => {
    const clock = startAt === null ? realClock() : runningClock(startAt);
    const host = await openEmbedded({ folder: dataFolder, clock, onFault });
    try {
      const { db, applied } = await openDatabase(join(dataFolder, 'app.db'));
      say(applied.length > 0 ? `数据库 Database: ${applied.join(', ')}` : '数据库 Database: up to date');
      return { db, host };
    } catch (error) {
      await host.close();
      throw error;
    }
  };
  const stores = await open();
  const sample = await readSetting(stores.db, SAMPLE);
  const cutOff = stores.host.importing || sample === 'begun';
  if (!cutOff) return stores;
  // The first start ended in the middle of its sample data: nobody has worked here yet, so it begins again.
  await stores.host.close();
  await stores.db.destroy();
  for (const name of ['journal.db', 'app.db']) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(dataFolder, name + suffix), { force: true });
  }
  return open();
}

async function refuseDemoAccounts(db: Db, mode: StartOptions['mode']): Promise<void> {
  if (mode !== 'production') return;
  const demo = await db.selectFrom('account').select('account').where('demo', '=', 1).executeTakeFirst();
  if (!demo) return;
  throw new StartRefused(
    '数据目录中有演示账号，正式模式不启动；请换一个数据目录。The data folder holds demo accounts: production mode needs another one.',
  );
}

async function sampleOnce(
  options: StartOptions,
  parts: Stores & { readonly server: Server; readonly builtIn: BuiltIn },
): Promise<void> {
  const { db, host, server, builtIn } = parts;
  const known = await db.selectFrom('account').select('account').executeTakeFirst();
  if (known || !host.empty) return;
  const sample = loadSample(options.templatesFolder);
  if (!sample) return;
  await writeSetting(db, SAMPLE, 'begun');
  const { directory, drafts, releases, records, portal, sharing } = server.inner;
  const now = host.now();
  const calendar = () => host.calendar();
  await seedDirectory({ db, directory }, sample);
  await seedDesigns({ db, directory, drafts, releases, calendar, now: () => now }, builtIn, sample);
  const refusals = await playCases({ db, host, directory, records, portal, sharing, calendar }, sample.cases, now);
  await writeSetting(db, SAMPLE, 'done');
  options.say(
    `示例数据 Sample data: ${sample.directory.people.length} people, ${sample.designs.length} designs, ${sample.cases.length} cases`,
  );
  for (const refusal of refusals) options.say(`  ! ${refusal}`);
}

/** Without any account nobody could enter: an administrator is made, whose password is shown this once. */
async function firstAdministrator(db: Db, say: (line: string) => void): Promise<void> {
  const known = await db.selectFrom('account').select('account').executeTakeFirst();
  if (known) return;
  const password = newId();
  const secret = await hash(password);
  const id = newId();
  await db.transaction().execute(async (tx) => {
    await tx.insertInto('person').values({ id, name: '管理员', department: null }).execute();
    await tx.insertInto('account').values({ account: 'admin', person: id, hash: secret, demo: 0 }).execute();
    for (const role of ['admin', 'designer', 'supervisor']) {
      await tx.insertInto('person_role').values({ person: id, role }).execute();
    }
  });
  say(`管理员账号 Administrator: admin / ${password} (只显示这一次 shown this once)`);
}
