// Samples of what the services hand out, complete and valid: a test names only what it is about.
import type { Instruction } from '../../src/domain/instruction';
import type { Member } from '../../src/domain/member';
import type { NetworkProfile } from '../../src/domain/network';
import { EMPTY_ANSWERS } from '../../src/domain/sighting';
import type {
  Enrolment,
  OpenInstruction,
  RecordDetail,
  RecordSummary,
  SightingDraft,
} from '../../src/services';

export const DEMO_NETWORK: NetworkProfile = {
  id: '01900000-0000-7000-8000-000000000001',
  name: '見本市見守りネットワーク',
  municipality: '見本市',
  receiptPrefix: 'K',
  photosAllowed: true,
  areas: ['北小学校区', '南小学校区'],
  secretariat: { name: '見本市 消費生活係', phone: '0123-45-6789', hours: '平日 8:30〜17:15' },
  center: null,
  welfare: null,
  police: null,
  draftDays: 30,
  demo: true,
};
export const DRIVER: Member = {
  id: '01900000-0000-7000-8000-000000000002',
  kind: 'member',
  displayName: '配達 太郎',
  jobKind: 'outside_work',
  organisation: {
    id: '01900000-0000-7000-8000-000000000003',
    kind: 'member',
    name: '見本運送',
  },
};
export const enrolmentOf = (
  member: Partial<Member> = {},
  network: Partial<NetworkProfile> = {},
): Enrolment => ({
  member: { ...DRIVER, ...member },
  network: { ...DEMO_NETWORK, ...network },
  deviceId: '01900000-0000-7000-8000-000000000004',
});

/** A draft on disk, empty but for what is given. */
export const draftOf = (part: Partial<SightingDraft> = {}): SightingDraft => ({
  id: '01900000-0000-7000-8000-00000000000a',
  answers: { ...EMPTY_ANSWERS, place: 'outside' },
  photos: [],
  createdAt: '2026-11-22T23:00:00.000Z',
  savedAt: '2026-11-22T23:01:00.000Z',
  refused: null,
  ...part,
});

export const summaryOf = (part: Partial<RecordSummary> = {}): RecordSummary => ({
  id: '01900000-0000-7000-8000-00000000000b',
  state: { status: 'delivered' },
  place: 'outside',
  signs: ['OUT-03'],
  urgency: 'emergency',
  writtenAt: '2026-11-22T23:00:00.000Z',
  receiptNo: null,
  receivedAt: null,
  openInstructions: 0,
  photosWaiting: 0,
  operationsWaiting: 0,
  ...part,
});

export const detailOf = (part: Partial<RecordDetail> = {}): RecordDetail => ({
  summary: summaryOf(),
  sighting: null,
  caseState: null,
  timeline: [],
  instructions: [],
  mayWithdraw: false,
  ...part,
});

export const instructionOf = (part: Partial<Instruction> = {}): Instruction => ({
  recordId: '01900000-0000-7000-8000-00000000000b',
  template: 'T01',
  text: 'ご本人に、消費生活センターへの相談をすすめてください。',
  numbers: [],
  questions: [],
  requestNo: null,
  sentAt: '2026-11-22T23:30:00.000Z',
  retractedAt: null,
  ...part,
});

export const openInstructionOf = (
  part: Partial<OpenInstruction> = {},
  instruction: Partial<Instruction> = {},
): OpenInstruction => ({
  id: '01900000-0000-7000-8000-00000000000c',
  recordId: '01900000-0000-7000-8000-00000000000b',
  instruction: instructionOf(instruction),
  seenAt: null,
  startedAt: null,
  doneAt: null,
  ...part,
});
