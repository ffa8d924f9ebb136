/** Published versions as other areas read them. A record never changes, so it is kept in memory once read. */
import type { Sentence } from '@tongban/shared/compiler';
import type { Definition } from '@tongban/shared/definition';
import { savedDesignSchema, type Design } from '@tongban/shared/document';
import type { Department } from '../directory/book.ts';
import type { Db } from '../storage/database.ts';

export interface ReleaseRecord {
  readonly release: string;
  readonly design: string;
  readonly code: string;
  readonly title: string;
  readonly module: string;
  readonly version: number;
  readonly identity: string;
  readonly publishedAt: number;
  readonly publishedByName: string;
  readonly sentences: readonly Sentence[];
  /** Working days along the critical path. */
  readonly criticalDays: number;
  /** The Design as published. */
  readonly document: Design;
  readonly definition: Definition;
}

export interface ReleaseRecords {
  get(release: string): Promise<ReleaseRecord | null>;
  /** The version before this one; null for the first. */
  before(record: ReleaseRecord): Promise<ReleaseRecord | null>;
  /** Newest version of every scenario code. */
  latest(): Promise<
    ReadonlyMap<string, { readonly version: number; readonly identity: string; readonly release: string }>
  >;
  /** Per scenario code the release in force for a unit: chosen for it or for an office above it, the newest choice. */
  inForce(chain: readonly Department[]): Promise<readonly ReleaseRecord[]>;
  /** Per scenario code the newest choice anywhere: for applicants without a department. */
  inForceAnywhere(): Promise<readonly ReleaseRecord[]>;
  /** Departments a release was chosen for. */
  chosen(release: string): Promise<ReadonlySet<string>>;
}

export function createReleaseRecords(db: Db): ReleaseRecords {
  const known = new Map<string, ReleaseRecord>();

  const get = async (release: string): Promise<ReleaseRecord | null> => {
    const before = known.get(release);
    if (before) return before;
    const row = await db.selectFrom('release').selectAll().where('id', '=', release).executeTakeFirst();
    if (row === undefined) return null;
    const record: ReleaseRecord = {
      release: row.id,
      design: row.design,
      code: row.code,
      title: row.title,
      module: row.module,
      version: row.version,
      identity: row.identity,
      publishedAt: row.published_at,
      publishedByName: row.published_by_name,
      sentences: JSON.parse(row.sentences) as readonly Sentence[],
      criticalDays: row.critical_days,
      document: savedDesignSchema.parse(JSON.parse(row.design_json)),
      definition: JSON.parse(row.definition_json) as Definition,
    };
    known.set(release, record);
    return record;
  };

  const newestPerCode = async (
    rows: readonly { code: string; release: string; version: number; effective_at: number }[],
  ): Promise<readonly ReleaseRecord[]> => {
    const best = new Map<string, (typeof rows)[number]>();
    for (const row of rows) {
      const other = best.get(row.code);
      const newer =
        other === undefined ||
        row.effective_at > other.effective_at ||
        (row.effective_at === other.effective_at && row.version > other.version);
      if (newer) best.set(row.code, row);
    }
    const records = await Promise.all([...best.values()].map((row) => get(row.release)));
    return records.filter((record) => record !== null).sort((a, b) => (a.code < b.code ? -1 : 1));
  };

  const choices = () =>
    db
      .selectFrom('release_department')
      .innerJoin('release', 'release.id', 'release_department.release')
      .select(['release.code', 'release.id as release', 'release.version', 'release_department.effective_at']);

  return {
    get,
    async before({ code, version }) {
      const row = await db
        .selectFrom('release')
        .select('id')
        .where('code', '=', code)
        .where('version', '=', version - 1)
        .executeTakeFirst();
      return row ? get(row.id) : null;
    },
    async latest() {
      const rows = await db
        .selectFrom('release')
        .select(['id', 'code', 'version', 'identity'])
        .orderBy('version')
        .execute();
      return new Map(rows.map((row) => [row.code, { version: row.version, identity: row.identity, release: row.id }]));
    },
    async inForce(chain) {
      if (chain.length === 0) return [];
      const ids = chain.map((department) => department.id);
      return newestPerCode(await choices().where('release_department.department', 'in', ids).execute());
    },
    inForceAnywhere: async () => newestPerCode(await choices().execute()),
    async chosen(release) {
      const rows = await db
        .selectFrom('release_department')
        .select('department')
        .where('release', '=', release)
        .execute();
      return new Set(rows.map((row) => row.department));
    },
  };
}
