/** Sample data, first start only: people and cards, designs with their releases and answers, then cases (play.ts). */
import { hash } from '@node-rs/argon2';
import { addWorkingMinutes, dayMinutes, type Calendar } from '@tongban/shared/calendar';
import { designToDoc, type Design } from '@tongban/shared/document';
import type { Drafts } from '../designs/drafts.ts';
import type { Directory } from '../directory/directory.ts';
import { newId } from '../ids.ts';
import type { Releases } from '../releases/releases.ts';
import type { Session } from '../session/types.ts';
import { chunks, type Db } from '../storage/database.ts';
import type { BuiltIn, SampleData } from './load.ts';
import { withFlow, withPromise } from './variants.ts';

export interface SeedDeps {
  readonly db: Db;
  readonly directory: Directory;
  readonly drafts: Drafts;
  readonly releases: Releases;
  readonly calendar: () => Calendar;
  readonly now: () => number;
}

/** The instant so many working days before `now`. */
export const workdaysBefore = (calendar: Calendar, now: number, workdays: number): number =>
  addWorkingMinutes(calendar, now, -Math.round(workdays * dayMinutes(calendar)));

export async function seedDirectory(
  { db, directory }: Pick<SeedDeps, 'db' | 'directory'>,
  sample: SampleData,
): Promise<void> {
  const { regions, departmentTypes, departments, posts, people, demoPassword } = sample.directory;
  const secret = await hash(demoPassword);
  await db.transaction().execute(async (tx) => {
    for (const rows of chunks(regions)) await tx.insertInto('region').values(rows).execute();
    for (const rows of chunks(departmentTypes)) await tx.insertInto('department_type').values(rows).execute();
    for (const rows of chunks(departments)) await tx.insertInto('department').values(rows).execute();
    for (const rows of chunks(posts)) await tx.insertInto('post').values(rows).execute();
    for (const person of people) {
      const { id, name, department, region, account } = person;
      await tx.insertInto('person').values({ id, name, department, region }).execute();
      await tx.insertInto('account').values({ account, person: id, hash: secret, demo: 1 }).execute();
      for (const post of person.posts) await tx.insertInto('person_post').values({ person: id, post }).execute();
      for (const role of person.roles) await tx.insertInto('person_role').values({ person: id, role }).execute();
    }
    for (const [position, card] of sample.cards.entries()) {
      await tx
        .insertInto('card')
        .values({ ...card, position })
        .execute();
    }
  });
  directory.refresh();
}

/** Items and elements that are not there yet; what an administrator changed stays. */
export async function seedCatalog(db: Db, builtIn: BuiltIn): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const item of builtIn.items) {
      await tx
        .insertInto('item')
        .values({ ...item, published: item.published ? 1 : 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    for (const [position, element] of builtIn.elements.entries()) {
      await tx
        .insertInto('element')
        .values({ id: element.id, position, json: JSON.stringify(element) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
}

/** The first one is the one changed last. Throws when a sample design does not publish: it is part of the product. */
export async function seedDesigns(deps: SeedDeps, builtIn: BuiltIn, sample: SampleData): Promise<void> {
  const { directory, drafts, releases, calendar, now } = deps;
  const personOf = async (id: string): Promise<Session> => {
    const person = await directory.person(id);
    if (!person) throw new Error(`Expected a person ${id} in the sample directory`);
    return person;
  };
  for (const [position, entry] of sample.designs.entries()) {
    const template: Design | undefined = builtIn.templates.get(entry.template);
    if (!template) throw new Error(`Expected a template ${entry.template}`);
    const id = newId();
    await drafts.create(
      await personOf(entry.by),
      id,
      designToDoc(withFlow(template, entry.draft.flow)),
      now() - position * 60_000,
    );
    for (const release of entry.releases) {
      const at = workdaysBefore(calendar(), now(), release.workdaysAgo);
      const published = await releases.publishDocument(await personOf(release.by), {
        design: id,
        document: withPromise(withFlow(template, release.flow), release.promise),
        departments: release.departments,
        note: release.note ?? '',
        at,
      });
      if (!published.ok) throw new Error(`${entry.template} does not publish: ${JSON.stringify(published)}`);
      for (const { as, answer, comment } of release.answers) {
        const by = await personOf(as);
        const said = await releases.answerAt(
          by,
          { release: published.value.release, answer, comment },
          at + 86_400_000,
        );
        if (!said.ok) throw new Error(`${entry.template}: ${as} cannot answer (${said.reason})`);
      }
    }
  }
}
