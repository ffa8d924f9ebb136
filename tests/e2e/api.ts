/** The API as a program calls it, for the many offices of a walk that nobody needs to watch. */
import type { CaseView, Command, Patch, Value } from '@tongban/shared/kernel';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TEMPLATES = join(fileURLToPath(import.meta.url), '..', '..', '..', 'shared', 'src', 'templates');

export function templateFile<T>(path: string): T {
  return JSON.parse(readFileSync(join(TEMPLATES, path), 'utf8')) as T;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly department: string | null;
  readonly posts: readonly string[];
}
interface DirectoryFile {
  readonly demoPassword: string;
  readonly departments: readonly { readonly id: string; readonly name: string; readonly type: string }[];
  readonly people: readonly Person[];
}
export const directory = (): DirectoryFile => templateFile<DirectoryFile>('demo/directory.json');

export interface Api {
  readonly query: <T>(path: string, input?: unknown) => Promise<T>;
  readonly mutate: <T>(path: string, input?: unknown) => Promise<T>;
}

interface Answer {
  readonly result?: { readonly data: unknown };
  readonly error?: { readonly message: string; readonly data?: { readonly reason?: string } };
}

/** Signed in as this account; every call is that person's. */
export async function signedIn(url: string, account: string, password: string): Promise<Api> {
  const { token } = await api(url, null).mutate<{ token: string }>('session.signIn', { account, password });
  return api(url, token);
}

function api(url: string, token: string | null): Api {
  const headers = {
    'content-type': 'application/json',
    'x-tongban': '1',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
  const read = async <T>(response: Response): Promise<T> => {
    const answer = (await response.json()) as Answer;
    if (answer.error) throw new Error(answer.error.data?.reason ?? answer.error.message);
    return answer.result?.data as T;
  };
  return {
    query: async (path, input) =>
      read(
        await fetch(
          `${url}/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`,
          { headers },
        ),
      ),
    mutate: async (path, input) =>
      read(await fetch(`${url}/trpc/${path}`, { method: 'POST', headers, body: JSON.stringify(input ?? {}) })),
  };
}

/** The department's person whose post the task asks for finishes it; required fields take `value(kind)`. */
export async function completeTask(
  client: Api,
  caseId: string,
  outcome: string,
  opinion = '同意。',
  extra: Readonly<Record<string, Value>> = {},
): Promise<void> {
  const view = await client.query<CaseView>('cases.view', { id: caseId });
  const work = view.work.find((one) => one.outcomes.some((each) => each.id === outcome));
  if (!work)
    throw new Error(
      `Expected a task with the decision ${outcome}, but found ${JSON.stringify(view.work.map((one) => one.name))}`,
    );
  const patch: Record<string, Patch[string]> = {};
  for (const { key, required, value, field } of work.sections.flatMap((section) => section.fields)) {
    const given =
      extra[field.id] ?? (required && value === undefined ? (field.kind === 'number' ? 80 : '已核。') : undefined);
    if (given !== undefined) patch[key] = { value: given, origin: { type: 'manual' } };
  }
  const command: Command = { type: 'complete', activity: work.activity, outcome, opinion, patch };
  await client.mutate('cases.act', { id: caseId, command, key: `${work.activity}-done` });
}

/** Imports a design and publishes it to these departments; what blocks it is thrown. */
export async function publishDesign(
  designer: Api,
  design: object,
  departments: readonly string[],
): Promise<{ readonly id: string; readonly release: string }> {
  const { id } = await designer.mutate<{ id: string }>('designs.importJson', { text: JSON.stringify(design) });
  const preview = await designer.query<{ stateVector: string; diagnostics: readonly { severity: string }[] }>(
    'releases.preview',
    { design: id, departments },
  );
  const errors = preview.diagnostics.filter((one) => one.severity === 'error');
  if (errors.length > 0) throw new Error(`Expected a design that publishes, but found ${JSON.stringify(errors)}`);
  const { stateVector } = preview;
  const { release } = await designer.mutate<{ release: string }>('releases.publish', {
    design: id,
    departments,
    stateVector,
  });
  return { id, release };
}
