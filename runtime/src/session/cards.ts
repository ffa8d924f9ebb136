/** Role cards of the demo: who could do the next step with one click. Finds nobody in production. */
import type { CardFinder } from '../cases/next.ts';
import type { Directory } from '../directory/directory.ts';
import type { Db } from '../storage/database.ts';

export function createCards(db: Db, directory: Directory, mode: 'demo' | 'production'): CardFinder {
  const forPerson = async (person: string): Promise<string | null> => {
    if (mode !== 'demo') return null;
    const row = await db
      .selectFrom('card')
      .select('id')
      .where('person', '=', person)
      .orderBy('position')
      .executeTakeFirst();
    return row?.id ?? null;
  };
  return {
    forPerson,
    async forOffice(department, post) {
      if (mode !== 'demo') return null;
      const holders = await directory.holders(department, post);
      for (const person of holders) {
        const card = await forPerson(person);
        if (card !== null) return card;
      }
      return null;
    },
  };
}
