// An officer at the desk, over real HTTP: signs in, keeps the cookie, acts by the contract.
import * as z from 'zod/mini';
import { API } from '../../src/domain/api-paths';
import {
  caseDetailSchema,
  caseListSchema,
  type CaseAction,
  type CaseDetail,
  type CaseRow,
} from '../../src/domain/desk-contract';
import { testId } from './sightings';

type ActionPart<A = CaseAction> = A extends CaseAction ? Omit<A, 'requestId' | 'version'> : never;

export interface DeskOfficer {
  inbox(): Promise<CaseRow[]>;
  open(recordId: string): Promise<CaseDetail>;
  /** @returns the case as it then is. @throws with the problem's code when refused */
  act(recordId: string, action: ActionPart): Promise<CaseDetail>;
  photo(recordId: string, sha256: string): Promise<Uint8Array>;
}

export async function signIn(
  url: string,
  officer: { name: string; passphrase: string },
  /** resolves when what came sealed is opened: a person looks later than that */
  opened: () => Promise<void> = () => Promise.resolve(),
): Promise<DeskOfficer> {
  let cookie = '';
  const call = async (method: string, path: string, body?: unknown): Promise<Response> => {
    await opened();
    const response = await fetch(url + path, {
      method,
      headers: { origin: url, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(((await response.json()) as { code: string }).code);
    return response;
  };
  const signedIn = await call('POST', API.deskSession, officer);
  cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const open = async (recordId: string) =>
    z.parse(caseDetailSchema, await (await call('GET', API.deskCase(recordId))).json());
  return {
    inbox: async () => z.parse(caseListSchema, await (await call('GET', API.deskCases)).json()).cases,
    open,
    async act(recordId, action) {
      const { version } = (await open(recordId)).row;
      await call('POST', API.deskCaseActions(recordId), { ...action, requestId: testId(), version });
      return open(recordId);
    },
    photo: async (recordId, sha256) =>
      new Uint8Array(await (await call('GET', API.deskPhoto(recordId, sha256))).arrayBuffer()),
  };
}
