import { describe, expect, it } from 'vitest';
import { createDeskClient } from '../../src/desk/desk-client';
import { failureWords } from '../../src/desk/desk-words';
import { keepDraftsIn } from '../../src/desk/draft-keeper';
import { PROBLEM_CODES, PROBLEMS, type ProblemCode } from '../../src/domain/problem';
import { aCase, aSession } from './fake-desk';

const json = (body: unknown, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const problem = (code: ProblemCode, headers = {}) =>
  json(
    { type: `/problems/${code}`, title: '', status: PROBLEMS[code].status, code },
    PROBLEMS[code].status,
    headers,
  );

function clientOf(answer: () => Response | Promise<Response>) {
  const asked: { url: string; init: RequestInit }[] = [];
  const client = createDeskClient((url, init) => {
    asked.push({ url: String(url), init: init ?? {} });
    return Promise.resolve(answer());
  });
  return { client, asked };
}

describe('the desk’s client', () => {
  it('believes a reply only when it fits the contract', async () => {
    const list = { cases: [aCase().row], counts: { received: 1 } };
    expect(await clientOf(() => json(list)).client.cases()).toEqual({ status: 'reply', value: list });
    expect(await clientOf(() => json({ cases: 'many' })).client.cases()).toEqual({ status: 'unreadable' });
  });

  it('takes a login page of the town hall’s proxy for no answer of ours', async () => {
    const { client } = clientOf(() => new Response('<html>proxy</html>', { status: 200 }));
    expect(await client.session()).toEqual({ status: 'unreadable' });
    const refused = clientOf(() => new Response('<html>502</html>', { status: 502 }));
    expect(await refused.client.session()).toEqual({ status: 'unreadable' });
  });

  it('hands on the code of a problem, and how long to wait', async () => {
    const { client } = clientOf(() => problem('too-many-requests', { 'retry-after': '840' }));
    expect(await client.signIn({ name: 'a', passphrase: 'b' })).toEqual({
      status: 'problem',
      code: 'too-many-requests',
      waitSeconds: 840,
    });
    expect(await clientOf(() => problem('case-moved')).client.session()).toEqual({
      status: 'problem',
      code: 'case-moved',
    });
  });

  it('calls no answer unreachable', async () => {
    const { client } = clientOf(() => Promise.reject(new TypeError('no line')));
    expect(await client.cases()).toEqual({ status: 'unreachable' });
  });

  it('sends the cookie to its own origin only, JSON where there is a body, and words to look for in the query', async () => {
    const { client, asked } = clientOf(() => json(aSession()));
    await client.signIn({ name: 'sato', passphrase: 'x y' });
    expect(asked[0]).toMatchObject({
      url: '/api/v1/desk/session',
      init: { method: 'POST', credentials: 'same-origin' },
    });
    expect(asked[0]?.init.body).toBe('{"name":"sato","passphrase":"x y"}');
    await client.cases('白い 車&');
    expect(new URL(asked[1]!.url, 'https://mimamori.test').searchParams.get('text')).toBe('白い 車&');
    await client.cases();
    expect(asked[2]?.url).toBe('/api/v1/desk/cases');
  });

  it('needs no body in the answer to signing out', async () => {
    const { client } = clientOf(() => new Response(null, { status: 204 }));
    expect(await client.signOut()).toEqual({ status: 'reply', value: null });
  });
});

describe('sentences for failures', () => {
  it('say what to do for every code there is, without naming the code', () => {
    for (const code of PROBLEM_CODES) {
      const words = failureWords({ status: 'problem', code });
      expect(words, code).toMatch(/ください|残っています|読み込み/);
      expect(words, code).not.toContain(code);
    }
  });
});

describe('kept texts', () => {
  it('are gone after clearing, and only those of the desk', () => {
    sessionStorage.setItem('other', '1');
    const drafts = keepDraftsIn(() => sessionStorage);
    drafts.write('case:1:note', 'あ');
    expect(drafts.read('case:1:note')).toBe('あ');
    drafts.clear();
    expect(drafts.read('case:1:note')).toBeNull();
    expect(sessionStorage.getItem('other')).toBe('1');
    sessionStorage.clear();
  });

  it('do no harm where the browser forbids storage', () => {
    const drafts = keepDraftsIn(() => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    drafts.write('a', 'b');
    drafts.remove('a');
    drafts.clear();
    expect(drafts.read('a')).toBeNull();
  });
});
