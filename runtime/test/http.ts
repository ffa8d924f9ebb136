/** The world behind HTTP: tokens by role, calls and uploads as a browser makes them. */
import type { FastifyInstance } from 'fastify';
import { createHttp } from '../src/api/http.ts';
import { PASSWORD, PEOPLE, type PersonRole, type World } from './world.ts';

const HOST = '127.0.0.1:1';

export interface Web {
  readonly http: FastifyInstance;
  token(role: PersonRole): Promise<string>;
  /** The answer's bytes, whatever its status. */
  ask(role: PersonRole | null, path: string, kind: string, input: unknown): Promise<{ status: number; body: string }>;
  upload(
    role: PersonRole | null,
    query: string,
    file: { name: string; content: Buffer },
  ): Promise<{ status: number; body: string }>;
  download(role: PersonRole | null, id: string): Promise<{ status: number; body: string }>;
}

export async function openWeb(world: World): Promise<Web> {
  const http = await createHttp(world.server, { web: null });
  const tokens = new Map<PersonRole, string>();
  const token = async (role: PersonRole): Promise<string> => {
    const known = tokens.get(role);
    if (known !== undefined) return known;
    const entered = await world.app.session.signIn(PEOPLE[role], PASSWORD, `test ${role}`);
    if (!entered.ok) throw new Error(entered.reason);
    tokens.set(role, entered.value.token);
    return entered.value.token;
  };
  const headers = async (role: PersonRole | null): Promise<Record<string, string>> => ({
    host: HOST,
    ...(role === null ? {} : { authorization: `Bearer ${await token(role)}` }),
  });
  return {
    http,
    token,
    async ask(role, path, kind, input) {
      const answer = await http.inject(
        kind === 'mutation'
          ? {
              method: 'POST',
              url: `/trpc/${path}`,
              headers: { ...(await headers(role)), 'content-type': 'application/json' },
              payload: JSON.stringify(input ?? {}),
            }
          : {
              url: `/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`,
              headers: await headers(role),
            },
      );
      return { status: answer.statusCode, body: answer.body };
    },
    async upload(role, query, { name, content }) {
      const boundary = '----tongban';
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
      const answer = await http.inject({
        method: 'POST',
        url: `/files?${query}`,
        headers: { ...(await headers(role)), 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
      });
      return { status: answer.statusCode, body: answer.body };
    },
    async download(role, id) {
      const answer = await http.inject({ url: `/files/${id}`, headers: await headers(role) });
      return { status: answer.statusCode, body: answer.body };
    },
  };
}
