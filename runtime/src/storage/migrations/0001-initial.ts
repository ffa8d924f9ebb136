/** First tables. */
import type { Kysely } from 'kysely';

/** A migration speaks to the tables of its time, not to today's types. */
type AnyDb = Kysely<unknown>;

export async function up(db: AnyDb): Promise<void> {
  await directory(db);
  await catalog(db);
  await designs(db);
  await work(db);
}

async function directory(db: AnyDb): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('setting')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('region')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('parent', 'text')
    .execute();
  await schema
    .createTable('department_type')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('department')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('region', 'text', (c) => c.notNull())
    .addColumn('parent', 'text')
    .execute();
  await schema
    .createTable('post')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('person')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('department', 'text', (c) => c.references('department.id'))
    .execute();
  await schema
    .createTable('person_post')
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('post', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('person_post_key', ['person', 'post'])
    .execute();
  await schema
    .createTable('person_role')
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('person_role_key', ['person', 'role'])
    .execute();
  await schema
    .createTable('account')
    .addColumn('account', 'text', (c) => c.primaryKey())
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('demo', 'integer', (c) => c.notNull())
    .execute();
  await schema
    .createTable('card')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('audience', 'text', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('session')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('created_at', 'integer', (c) => c.notNull())
    .addColumn('expires_at', 'integer', (c) => c.notNull())
    .execute();
}

async function catalog(db: AnyDb): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('item')
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('department', 'text', (c) => c.notNull())
    .addColumn('published', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('item_key', ['id', 'version'])
    .execute();
  await schema
    .createTable('element')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('json', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('register_switch')
    .addColumn('register', 'text', (c) => c.primaryKey())
    .addColumn('up', 'integer', (c) => c.notNull())
    .execute();
}

async function designs(db: AnyDb): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('design')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('module', 'text', (c) => c.notNull())
    .addColumn('generation', 'integer', (c) => c.notNull())
    .addColumn('snapshot', 'blob', (c) => c.notNull())
    .addColumn('created_at', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'integer', (c) => c.notNull())
    .addColumn('updated_by', 'text', (c) => c.notNull())
    .addColumn('updated_by_name', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('design_update')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('design', 'text', (c) => c.notNull().references('design.id'))
    .addColumn('data', 'blob', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('design_update_design').on('design_update').columns(['design', 'seq']).execute();
  await schema
    .createTable('release')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('design', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('module', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('identity', 'text', (c) => c.notNull())
    .addColumn('published_at', 'integer', (c) => c.notNull())
    .addColumn('published_by', 'text', (c) => c.notNull())
    .addColumn('published_by_name', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('design_json', 'text', (c) => c.notNull())
    .addColumn('definition_json', 'text', (c) => c.notNull())
    .addColumn('sentences', 'text', (c) => c.notNull())
    .addColumn('critical_days', 'real', (c) => c.notNull())
    .addUniqueConstraint('release_version', ['code', 'version'])
    .addUniqueConstraint('release_identity', ['code', 'identity'])
    .execute();
  await schema
    .createTable('release_department')
    .addColumn('release', 'text', (c) => c.notNull().references('release.id'))
    .addColumn('department', 'text', (c) => c.notNull().references('department.id'))
    .addColumn('effective_at', 'integer', (c) => c.notNull())
    .addColumn('answer', 'text')
    .addColumn('comment', 'text', (c) => c.notNull())
    .addColumn('answered_by_name', 'text')
    .addColumn('answered_at', 'integer')
    .addPrimaryKeyConstraint('release_department_key', ['release', 'department'])
    .execute();
  await schema.createIndex('release_department_department').on('release_department').column('department').execute();
}

async function work(db: AnyDb): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('application')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('department', 'text')
    .addColumn('release', 'text', (c) => c.notNull().references('release.id'))
    .addColumn('subject_key', 'text')
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('down', 'text', (c) => c.notNull())
    .addColumn('saved_at', 'integer', (c) => c.notNull())
    .addColumn('case_id', 'text')
    .addColumn('number', 'text')
    .addColumn('submitted_at', 'integer')
    .execute();
  await schema.createIndex('application_person').on('application').columns(['person', 'saved_at']).execute();
  await schema
    .createTable('case_number')
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('last', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('case_number_key', ['code', 'day'])
    .execute();
  await schema
    .createTable('file')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('scope_id', 'text', (c) => c.notNull())
    .addColumn('field', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('extension', 'text', (c) => c.notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .execute();
  await schema.createIndex('file_scope').on('file').columns(['scope', 'scope_id']).execute();
  await schema
    .createTable('phrase')
    .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('phrase_key', ['person', 'text'])
    .execute();
}
