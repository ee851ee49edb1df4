// What the desk may ask of the server, and the one place of the desk that fetches.
// Every outcome is a returned value; no reply is believed before the contract's schema has read it.
// Never logs or keeps what it carried.
import * as z from 'zod/mini';
import { API } from '../domain/api-paths';
import { badgeListSchema } from '../domain/badge';
import {
  caseDetailSchema,
  caseListSchema,
  createdInvitationSchema,
  deskSessionSchema,
  invitationListSchema,
  openedReportSchema,
  organisationListSchema,
  type CaseAction,
  type CaseDetail,
  type CreatedInvitation,
  type DeskSession,
  type OpenedReport,
  type ReportView,
  type newInvitationSchema,
  type newOrganisationSchema,
  type signInSchema,
} from '../domain/desk-contract';
import {
  deviceListSchema,
  memberDevicesSchema,
  type MemberDevices,
  type StopReason,
} from '../domain/desk-devices';
import { organisationSchema } from '../domain/member';
import { problemSchema } from '../domain/problem';
import { rescueResultSchema, type RescueResult } from '../domain/rescue';
import { createOfficeClient, type OfficeClient } from './office-client';
import type { Outcome } from './outcome';

export type { Failure, Outcome } from './outcome';

export type SignIn = z.infer<typeof signInSchema>;
export type NewOrganisation = z.infer<typeof newOrganisationSchema>;
export type NewInvitation = z.infer<typeof newInvitationSchema>;
export type CaseList = z.infer<typeof caseListSchema>;
export type BadgeList = z.infer<typeof badgeListSchema>;
export type InvitationList = z.infer<typeof invitationListSchema>;
export type OrganisationList = z.infer<typeof organisationListSchema>;
export type NewlyMadeOrganisation = z.infer<typeof organisationSchema>;

export interface DeskClient {
  session(): Promise<Outcome<DeskSession>>;
  signIn(body: SignIn): Promise<Outcome<DeskSession>>;
  signOut(): Promise<Outcome<null>>;
  /** @param text words to look for in the answers, too; left out: all cases */
  cases(text?: string): Promise<Outcome<CaseList>>;
  readCase(recordId: string): Promise<Outcome<CaseDetail>>;
  act(recordId: string, action: CaseAction): Promise<Outcome<CaseDetail>>;
  invitations(): Promise<Outcome<InvitationList>>;
  invite(body: NewInvitation): Promise<Outcome<CreatedInvitation>>;
  revokeInvitation(id: string): Promise<Outcome<null>>;
  badges(): Promise<Outcome<BadgeList>>;
  revokeBadge(id: string): Promise<Outcome<null>>;
  /** Opens a personal report; the server writes down who and why first. */
  viewPersonalReport(recordId: string, reportId: string, why: ReportView): Promise<Outcome<OpenedReport>>;
  organisations(): Promise<Outcome<OrganisationList>>;
  addOrganisation(body: NewOrganisation): Promise<Outcome<NewlyMadeOrganisation>>;
  devices(): Promise<Outcome<{ members: MemberDevices[] }>>;
  stopDevice(id: string, reason: StopReason): Promise<Outcome<MemberDevices>>;
  inviteAgain(memberId: string): Promise<Outcome<CreatedInvitation>>;
  readRescue(file: Blob): Promise<Outcome<RescueResult>>;
  /** accounts, audit log, counts */
  readonly office: OfficeClient;
}

/** How long the desk waits for an answer. */
export const ANSWER_TIMEOUT_MS = 20_000;

/** A file of many megabytes takes its time. */
const FILE_TIMEOUT_MS = 300_000;
const FILE_TYPE = 'application/octet-stream';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The real client: same origin, session cookie. @param send the browser's `fetch`, another one in tests */
export function createDeskClient(send: typeof fetch = (input, init) => fetch(input, init)): DeskClient {
  async function ask<T>(
    method: Method,
    path: string,
    schema: z.core.$ZodType<T> | null,
    body?: unknown,
  ): Promise<Outcome<T>> {
    const isFile = body instanceof Blob;
    let response: Response;
    let text: string;
    try {
      response = await send(path, {
        method,
        credentials: 'same-origin',
        cache: 'no-store',
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': isFile ? FILE_TYPE : 'application/json' }),
        },
        ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
        signal: AbortSignal.timeout(isFile ? FILE_TIMEOUT_MS : ANSWER_TIMEOUT_MS),
      });
      text = await response.text();
    } catch {
      return { status: 'unreachable' };
    }
    const json = parseJson(text);
    if (!response.ok) {
      const problem = z.safeParse(problemSchema, json);
      if (!problem.success) return { status: 'unreadable' };
      const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
      return {
        status: 'problem',
        code: problem.data.code,
        ...(Number.isFinite(wait) ? { waitSeconds: wait } : {}),
      };
    }
    if (schema === null) return { status: 'reply', value: null as T };
    const reply = z.safeParse(schema, json);
    return reply.success ? { status: 'reply', value: reply.data } : { status: 'unreadable' };
  }

  return {
    session: () => ask('GET', API.deskSession, deskSessionSchema),
    signIn: (body) => ask('POST', API.deskSession, deskSessionSchema, body),
    signOut: () => ask<null>('DELETE', API.deskSession, null),
    cases: (text) => ask('GET', withQuery(API.deskCases, { text }), caseListSchema),
    readCase: (recordId) => ask('GET', API.deskCase(recordId), caseDetailSchema),
    act: (recordId, action) => ask('POST', API.deskCaseActions(recordId), caseDetailSchema, action),
    invitations: () => ask('GET', API.deskInvitations, invitationListSchema),
    invite: (body) => ask('POST', API.deskInvitations, createdInvitationSchema, body),
    revokeInvitation: (id) => ask<null>('DELETE', API.deskInvitation(id), null),
    badges: () => ask('GET', API.deskBadges, badgeListSchema),
    revokeBadge: (id) => ask<null>('DELETE', API.deskBadge(id), null),
    viewPersonalReport: (recordId, reportId, why) =>
      ask('POST', API.deskPersonalReportViews(recordId, reportId), openedReportSchema, why),
    organisations: () => ask('GET', API.deskOrganisations, organisationListSchema),
    addOrganisation: (body) => ask('POST', API.deskOrganisations, organisationSchema, body),
    devices: () => ask('GET', API.deskDevices, deviceListSchema),
    stopDevice: (id, reason) => ask('POST', API.deskDeviceStop(id), memberDevicesSchema, { reason }),
    inviteAgain: (memberId) => ask('POST', API.deskMemberInvitations(memberId), createdInvitationSchema),
    readRescue: (file) => ask('POST', API.deskRescues, rescueResultSchema, file),
    office: createOfficeClient(ask),
  };
}

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, value);
  const tail = params.toString();
  return tail === '' ? path : `${path}?${tail}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The same client, telling when the server no longer knows the session, so that the desk can ask to sign in again. */
export function watchSignedOut(client: DeskClient, onSignedOut: () => void): DeskClient {
  async function tell<T>(asked: Promise<Outcome<T>>): Promise<Outcome<T>> {
    const outcome = await asked;
    if (outcome.status === 'problem' && outcome.code === 'signed-out') onSignedOut();
    return outcome;
  }
  return {
    session: () => client.session(),
    signIn: (body) => client.signIn(body),
    signOut: () => client.signOut(),
    cases: (text) => tell(client.cases(text)),
    readCase: (recordId) => tell(client.readCase(recordId)),
    act: (recordId, action) => tell(client.act(recordId, action)),
    invitations: () => tell(client.invitations()),
    invite: (body) => tell(client.invite(body)),
    revokeInvitation: (id) => tell(client.revokeInvitation(id)),
    badges: () => tell(client.badges()),
    revokeBadge: (id) => tell(client.revokeBadge(id)),
    viewPersonalReport: (recordId, reportId, why) => tell(client.viewPersonalReport(recordId, reportId, why)),
    organisations: () => tell(client.organisations()),
    addOrganisation: (body) => tell(client.addOrganisation(body)),
    devices: () => tell(client.devices()),
    stopDevice: (id, reason) => tell(client.stopDevice(id, reason)),
    inviteAgain: (memberId) => tell(client.inviteAgain(memberId)),
    readRescue: (file) => tell(client.readRescue(file)),
    office: tellingOf(client.office, tell),
  };
}

/** Every call of an object, told of. */
function tellingOf<T extends object>(calls: T, tell: <R>(asked: Promise<Outcome<R>>) => unknown): T {
  return new Proxy(calls, {
    get(target, name): unknown {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function') return call;
      return (...words: unknown[]) => tell(Reflect.apply(call, target, words) as Promise<Outcome<unknown>>);
    },
  });
}
