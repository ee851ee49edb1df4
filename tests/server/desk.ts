// An officer's browser as the server sees it: cookie, same-origin headers, replies read by the contract's schemas.
import * as z from 'zod/mini';
import { API } from '../../src/domain/api-paths';
import {
  caseDetailSchema,
  caseListSchema,
  type CaseAction,
  type CaseDetail,
  type CaseRow,
} from '../../src/domain/desk-contract';
import type { InstructionTemplate } from '../../src/domain/instruction';
import { testId } from '../support/sightings';
import type { OfficerCredentials, TestNetwork, TestServer } from '../support/server';

type Unasked<T> = T extends unknown ? Omit<T, 'requestId' | 'version'> : never;
export type Wish = Unasked<CaseAction>;

export function signIn(url: string, credentials: OfficerCredentials): Promise<Response> {
  return fetch(url + API.deskSession, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(credentials),
  });
}

export class Desk {
  constructor(
    readonly url: string,
    readonly cookie: string,
  ) {}

  ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url + path, {
      method,
      headers: {
        cookie: this.cookie,
        'sec-fetch-site': 'same-origin',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  async cases(query = ''): Promise<z.infer<typeof caseListSchema>> {
    return z.parse(caseListSchema, await (await this.ask('GET', API.deskCases + query)).json());
  }

  async row(recordId: string): Promise<CaseRow> {
    return (await this.read(recordId)).row;
  }

  async read(recordId: string): Promise<CaseDetail> {
    return z.parse(caseDetailSchema, await (await this.ask('GET', API.deskCase(recordId))).json());
  }

  /** Does it on the newest version, as a fresh click. */
  async try(recordId: string, wish: Wish, change: object = {}): Promise<Response> {
    const { version } = await this.row(recordId);
    const body = { ...wish, requestId: testId(), version, ...change };
    return this.ask('POST', API.deskCaseActions(recordId), body);
  }

  async act(recordId: string, wish: Wish): Promise<CaseDetail> {
    const response = await this.try(recordId, wish);
    if (response.status !== 200) throw new Error(`${wish.kind}: ${response.status} ${await response.text()}`);
    return z.parse(caseDetailSchema, await response.json());
  }
}

export async function openDesk(server: TestServer, network: TestNetwork): Promise<Desk> {
  const response = await signIn(server.url, network.officer);
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`sign-in: ${response.status}`);
  return new Desk(server.url, cookie);
}

export function instruct(template: InstructionTemplate, text = 'お願いします。'): Wish {
  const questions = template === 'T08' ? ['いつのことですか。'] : [];
  return { kind: 'instruct', template, text, numbers: [], questions };
}
export const closing: Wish = { kind: 'close', outcome: 'consulted', text: 'ありがとうございました。' };
