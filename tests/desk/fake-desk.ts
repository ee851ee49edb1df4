// A desk without a server: an in-memory secretariat behind the DeskClient interface, a clock that the test moves,
// and a live line that the test holds. Follows the contract's transitions, so that screens meet real refusals.
import type {
  CaseAction,
  CaseDetail,
  CaseRow,
  DeskSession,
  InvitationRow,
  OpenedReport,
  ReportView,
} from '../../src/domain/desk-contract';
import type { MemberDevices, StopReason } from '../../src/domain/desk-devices';
import type { BadgeRow } from '../../src/domain/badge';
import type { PersonalReport } from '../../src/domain/personal-report';
import type { Organisation } from '../../src/domain/member';
import type { RescueResult } from '../../src/domain/rescue';
import type { Sighting } from '../../src/domain/sighting';
import type {
  CaseList,
  DeskClient,
  NewInvitation,
  NewOrganisation,
  Outcome,
} from '../../src/desk/desk-client';
import type { DeskMeans } from '../../src/desk/desk-context';
import { keepDraftsIn } from '../../src/desk/draft-keeper';
import type { DeskEvent, LiveListener, LiveUpdates } from '../../src/desk/live-updates';
import type { Role } from '../../src/domain/roles';
import { operationsOf } from '../../server/roles';
import { moveCase } from './fake-case-moves';
import { FakeOffice } from './fake-office';
import { aSighting, testId } from '../support/sightings';

/** 11月24日(火) 午前9:30 in Japan. */
export const NOON = Date.parse('2026-11-24T00:30:00.000Z');

export const OFFICER = { id: testId(), name: 'sato', displayName: '佐藤 事務局' };

export function aSession(): DeskSession {
  return {
    status: 'signed-in',
    roles: ['admin', 'officer'],
    may: operationsOf(['admin', 'officer']),
    hasTotp: true,
    officer: OFFICER,
    network: {
      id: testId(),
      name: '見本市見守りネットワーク',
      municipality: '見本市',
      receiptPrefix: 'K',
      photosAllowed: true,
      areas: [],
      secretariat: { name: '見本市役所 見守り事務局', phone: '000-111-2222', hours: '平日 8:30〜17:15' },
      center: { name: '見本市消費生活センター', phone: '000-111-3333', hours: '平日 9:00〜16:00' },
      welfare: { name: '見本市地域包括支援センター', phone: '000-111-4444', hours: '平日 8:30〜17:15' },
      police: { name: '見本警察署', phone: '000-111-5555', hours: '24時間' },
      draftDays: 30,
      demo: true,
    },
    serverClock: new Date(NOON).toISOString(),
  };
}

let numbered = 0;
export function aCase(change: Partial<CaseRow> = {}, answers: Partial<Sighting> = {}): CaseDetail {
  numbered += 1;
  const sighting = aSighting({ ...answers, ...(change.urgency ? { urgency: change.urgency } : {}) });
  const row: CaseRow = {
    recordId: testId(),
    receiptNo: `K-2026-${String(numbered).padStart(4, '0')}`,
    state: 'received',
    urgency: sighting.urgency,
    place: sighting.place,
    signs: sighting.signs,
    troubleTypes: sighting.troubleTypes,
    organisation: '見本宅配',
    receivedAt: new Date(NOON - 5 * 60_000).toISOString(),
    changedAt: new Date(NOON - 5 * 60_000).toISOString(),
    assignee: change.state === undefined || change.state === 'received' ? null : OFFICER,
    photos: { expected: 0, complete: 0 },
    marked: false,
    contents: 'opened',
    unreadable: null,
    version: 1,
    ...change,
  };
  return {
    row,
    sighting,
    member: {
      id: testId(),
      kind: 'member',
      displayName: '田中 見本',
      jobKind: 'outside_work',
      organisation: { id: testId(), kind: 'member', name: row.organisation },
    },
    photos: [],
    instructions: [],
    personalReports: [],
    feedback: null,
    events: [{ at: row.receivedAt, by: 'member', officer: null, kind: 'received' }],
    mergedInto: null,
  };
}

export class FakeDesk implements DeskClient {
  signedIn = true;
  /** who signs in */
  officer = OFFICER;
  readonly cases_ = new Map<string, CaseDetail>();
  readonly invitations_: InvitationRow[] = [];
  members_: MemberDevices[] = [];
  readonly rescues: Blob[] = [];
  rescueResult: RescueResult = {
    memberName: '田中 見本',
    taken: 2,
    known: 1,
    refused: 0,
    photos: 1,
    drafts: 1,
  };
  readonly badges_: BadgeRow[] = [];
  readonly reports_ = new Map<string, PersonalReport>();
  /** every reason that was given */
  readonly viewed: ReportView[] = [];
  readonly organisations_: Organisation[] = [{ id: testId(), kind: 'member', name: '見本宅配' }];
  /** every action that arrived, also the refused ones */
  readonly acted: CaseAction[] = [];
  /** what the next calls answer instead, first in first out */
  readonly instead: Outcome<never>[] = [];
  /** the next action is done, but its answer is lost on the way */
  loseNextAnswer = false;
  readonly #done = new Set<string>();
  now = () => NOON;

  add(...details: CaseDetail[]): void {
    for (const detail of details) this.cases_.set(detail.row.recordId, detail);
  }

  /** accounts and the audit log */
  readonly office = new FakeOffice(() => this.whole());
  roles: Role[] = ['admin', 'officer'];
  /** what a sign-in by passphrase leads to; null: all the way in */
  firstStep: DeskSession['status'] | null = null;

  whole(): DeskSession {
    const { roles, officer } = this;
    return { ...aSession(), officer, roles, may: operationsOf(roles) };
  }
  session() {
    return this.#answer(() => this.whole());
  }
  signIn() {
    return this.#reply(() => {
      this.signedIn = true;
      return this.firstStep === null ? this.whole() : { ...this.whole(), status: this.firstStep, may: [] };
    });
  }
  signOut() {
    return this.#reply(() => {
      this.signedIn = false;
      return null;
    });
  }
  cases(text?: string) {
    return this.#answer((): CaseList => {
      const rows = [...this.cases_.values()]
        .filter((detail) => text === undefined || JSON.stringify(detail).includes(text))
        .map((detail) => detail.row);
      const counts: Record<string, number> = {};
      for (const row of rows) counts[row.state] = (counts[row.state] ?? 0) + 1;
      return { cases: rows, counts };
    });
  }
  async readCase(recordId: string): Promise<Outcome<CaseDetail>> {
    const detail = this.cases_.get(recordId);
    if (this.signedIn && detail === undefined) return { status: 'problem', code: 'not-found' };
    return this.#answer(() => detail!);
  }
  async act(recordId: string, action: CaseAction): Promise<Outcome<CaseDetail>> {
    this.acted.push(action);
    const instead = this.#refusal();
    if (instead) return instead;
    const before = this.cases_.get(recordId);
    if (before === undefined) return { status: 'problem', code: 'not-found' };
    if (!this.#done.has(action.requestId)) {
      if (before.row.version !== action.version) return { status: 'problem', code: 'case-moved' };
      const after = moveCase(before, action, new Date(this.now()).toISOString(), OFFICER);
      if (typeof after === 'string') return { status: 'problem', code: after };
      this.#done.add(action.requestId);
      this.cases_.set(recordId, after);
    }
    if (this.loseNextAnswer) {
      this.loseNextAnswer = false;
      return { status: 'unreachable' };
    }
    return { status: 'reply', value: this.cases_.get(recordId)! };
  }
  invitations() {
    return this.#answer(() => ({ invitations: [...this.invitations_] }));
  }
  invite(body: NewInvitation) {
    return this.#answer(() => {
      const invitation: InvitationRow = {
        id: testId(),
        state: 'unused',
        memberName: body.displayName,
        organisation: this.organisations_.find(({ id }) => id === body.organisationId)?.name ?? '',
        createdAt: new Date(NOON).toISOString(),
        expiresAt: new Date(NOON + 14 * 86_400_000).toISOString(),
        usedAt: null,
      };
      this.invitations_.push(invitation);
      const code = 'ABCDEFGHJKMNPQRSTVWXYZ0123';
      return { invitation, code, link: `https://mimamori.test/join#${code}` };
    });
  }
  revokeInvitation(id: string) {
    return this.#answer(() => {
      const found = this.invitations_.find((row) => row.id === id);
      if (found) found.state = 'revoked';
      return null;
    });
  }
  badges() {
    return this.#answer(() => ({ badges: [...this.badges_] }));
  }
  revokeBadge(id: string) {
    return this.#answer(() => {
      const found = this.badges_.find((row) => row.id === id);
      if (found) found.revokedAt = new Date(this.now()).toISOString();
      return null;
    });
  }
  viewPersonalReport(_recordId: string, reportId: string, why: ReportView) {
    return this.#answer((): OpenedReport => {
      this.viewed.push(why);
      return { report: this.reports_.get(reportId)! };
    });
  }
  organisations() {
    return this.#answer(() => ({ organisations: [...this.organisations_] }));
  }
  addOrganisation(body: NewOrganisation) {
    return this.#answer(() => {
      const made = { id: testId(), ...body };
      this.organisations_.push(made);
      return made;
    });
  }

  devices() {
    return this.#answer(() => ({ members: structuredClone(this.members_) }));
  }
  stopDevice(id: string, reason: StopReason) {
    return this.#answer(() => {
      const member = this.members_.find(({ devices }) => devices.some((device) => device.id === id))!;
      const device = member.devices.find((one) => one.id === id)!;
      Object.assign(device, {
        state: 'stopping',
        stoppedAt: new Date(NOON).toISOString(),
        stopReason: reason,
      });
      return member;
    });
  }
  inviteAgain(memberId: string) {
    const { memberName } = this.members_.find((member) => member.memberId === memberId)!;
    return this.invite({
      organisationId: this.organisations_[0]!.id,
      displayName: memberName,
      jobKind: 'outside_work',
      memberKind: 'member',
    });
  }
  readRescue(file: Blob) {
    return this.#answer(() => {
      this.rescues.push(file);
      return this.rescueResult;
    });
  }

  #refusal(): Outcome<never> | undefined {
    if (!this.signedIn) return { status: 'problem', code: 'signed-out' };
    return this.instead.shift();
  }
  #answer<T>(value: () => T): Promise<Outcome<T>> {
    return Promise.resolve(this.#refusal() ?? { status: 'reply', value: value() });
  }
  #reply<T>(value: () => T): Promise<Outcome<T>> {
    return Promise.resolve(this.instead.shift() ?? { status: 'reply', value: value() });
  }
}

export class FakeLive implements LiveUpdates {
  #listener: LiveListener | null = null;
  start(listener: LiveListener) {
    this.#listener = listener;
    listener.onStatus('live');
    return () => {
      this.#listener = null;
    };
  }
  tell(event: DeskEvent | null) {
    this.#listener?.onChange(event);
  }
  say(status: 'live' | 'reconnecting') {
    this.#listener?.onStatus(status);
  }
}

/** The browser's part, in the test's hands. */
export function fakeMeans(client: DeskClient) {
  let nowMs = NOON;
  const waiting = new Set<{ atMs: number; run: () => void }>();
  const ticking = new Set<() => void>();
  const live = new FakeLive();
  const printed = { times: 0 };
  const means: DeskMeans = {
    client,
    live,
    drafts: keepDraftsIn(() => sessionStorage),
    now: () => nowMs,
    everySecond(run) {
      ticking.add(run);
      return () => ticking.delete(run);
    },
    later(ms, run) {
      const wait = { atMs: nowMs + ms, run };
      waiting.add(wait);
      return () => waiting.delete(wait);
    },
    newId: testId,
    print() {
      printed.times += 1;
    },
  };
  return {
    means,
    live,
    printed,
    /** one tick after so many seconds have gone by */
    pass(seconds: number) {
      nowMs += seconds * 1000;
      for (const wait of [...waiting])
        if (wait.atMs <= nowMs) {
          waiting.delete(wait);
          wait.run();
        }
      for (const run of [...ticking]) run();
    },
  };
}
