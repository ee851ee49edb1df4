// Accounts and the audit log without a server: an in-memory office behind the OfficeClient interface.
// Follows the contract where a screen could be misled: a code is asked for, the last admin stays, a passphrase has its length.
import { PASSPHRASE_MIN, passphraseLength } from '../../src/domain/desk-accounts';
import type {
  AuditCheck,
  AuditFilter,
  AuditRow,
  NewOfficer,
  OfficerChange,
  OfficerRow,
  OwnSession,
} from '../../src/domain/desk-accounts';
import type { DeskSession } from '../../src/domain/desk-contract';
import type { OfficeClient } from '../../src/desk/office-client';
import type { Outcome } from '../../src/desk/outcome';
import { testId } from '../support/sightings';

export const GOOD_CODE = '123456';
export const SPARES = ['aaaaa-bbbbb', 'ccccc-ddddd'];
const AT = '2026-11-24T00:00:00.000Z';

export function anOfficer(change: Partial<OfficerRow> = {}): OfficerRow {
  return {
    id: testId(),
    name: 'mori',
    displayName: '森 担当',
    roles: ['officer'],
    organisation: null,
    disabledAt: null,
    hasTotp: true,
    recoveryCodesLeft: 10,
    sessions: 1,
    createdAt: AT,
    ...change,
  };
}

const reply = <T>(value: T): Promise<Outcome<T>> => Promise.resolve({ status: 'reply', value });
const problem = (code: 'code-wrong' | 'last-admin' | 'passphrase-weak' | 'sign-in-failed' | 'not-found') =>
  Promise.resolve({ status: 'problem' as const, code });

export class FakeOffice implements OfficeClient {
  /** what the next step of a sign-in leads to */
  after: DeskSession | null = null;
  passphrase = 'tadashii-aikotoba';
  officers_: OfficerRow[] = [];
  sessions_: OwnSession[] = [];
  audit_: AuditRow[] = [];
  check_: AuditCheck = { whole: true, rows: 3, head: 'a'.repeat(64), brokenSeq: null };
  counts_: Record<string, number> = {};
  /** what was asked of the audit log */
  readonly asked: AuditFilter[] = [];

  constructor(private readonly session: () => DeskSession) {}

  #next(): DeskSession {
    return this.after ?? this.session();
  }
  signInCode(code: string) {
    return code === GOOD_CODE || SPARES.includes(code) ? reply(this.#next()) : problem('code-wrong');
  }
  startTotp(passphrase: string | null) {
    if (passphrase !== null && passphrase !== this.passphrase) return problem('sign-in-failed');
    return reply({ secret: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', uri: 'otpauth://totp/x?secret=ABC' });
  }
  confirmTotp(code: string) {
    return code === GOOD_CODE
      ? reply({ session: this.#next(), recoveryCodes: SPARES })
      : problem('code-wrong');
  }
  changePassphrase(current: string, next: string) {
    if (current !== this.passphrase) return problem('sign-in-failed');
    if (passphraseLength(next) < PASSPHRASE_MIN || next.includes('password'))
      return problem('passphrase-weak');
    this.passphrase = next;
    return reply(this.#next());
  }
  sessions() {
    return reply({ sessions: [...this.sessions_] });
  }
  endSession(id: string) {
    this.sessions_ = this.sessions_.filter((row) => row.id !== id);
    return reply({ ended: 1 });
  }
  endOtherSessions() {
    const before = this.sessions_.length;
    this.sessions_ = this.sessions_.filter(({ current }) => current);
    return reply({ ended: before - this.sessions_.length });
  }
  officers() {
    return reply({ officers: [...this.officers_] });
  }
  createOfficer({ name, displayName, roles }: NewOfficer) {
    const officer = anOfficer({ name, displayName, roles, hasTotp: false, sessions: 0 });
    this.officers_.push(officer);
    return reply({ officer, passphrase: 'kotoba-hito-tsuki-hoshi' });
  }
  changeOfficer(id: string, { displayName, roles, disabled }: OfficerChange): Promise<Outcome<OfficerRow>> {
    const staysAdmin = this.officers_.some(
      (row) => (row.id === id ? roles : row.roles).includes('admin') && !(row.id === id && disabled),
    );
    if (!staysAdmin) return problem('last-admin');
    return this.#change(id, { displayName, roles, disabledAt: disabled ? AT : null });
  }
  resetPassphrase(id: string) {
    const officer = this.officers_.find((row) => row.id === id)!;
    return reply({ officer, passphrase: 'atarashii-hito-tsuki' });
  }
  resetTotp(id: string) {
    return this.#change(id, { hasTotp: false, recoveryCodesLeft: 0 });
  }
  async endOfficerSessions(id: string) {
    await this.#change(id, { sessions: 0 });
    return reply({ ended: 1 });
  }
  audit(filter: AuditFilter, before: number | null) {
    this.asked.push(filter);
    const rows = this.audit_.filter(
      ({ seq, action }) => (before === null || seq < before) && (filter.action ?? action) === action,
    );
    const page = rows.slice(0, 2);
    return reply({
      rows: page,
      before: rows.length > 2 ? page.at(-1)!.seq : null,
      officers: [],
      actions: [...new Set(this.audit_.map(({ action }) => action))],
    });
  }
  checkAudit() {
    return reply(this.check_);
  }
  counts() {
    return reply({ counts: this.counts_ });
  }

  #change(id: string, change: Partial<OfficerRow>): Promise<Outcome<OfficerRow>> {
    const found = this.officers_.find((row) => row.id === id);
    if (found === undefined) return problem('not-found');
    const next = { ...found, ...change };
    this.officers_ = this.officers_.map((row) => (row.id === id ? next : row));
    return reply(next);
  }
}
