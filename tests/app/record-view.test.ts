// The word of state that a member reads, for every place a record can be in.
import { describe, expect, it } from 'vitest';
import { detail, summarise, type RecordRows, type ViewContext } from '../../src/app/compose/record-view';
import type { CaseState } from '../../src/domain/case-state';
import { summaryOf } from '../../src/domain/sighting';
import type { OutboxItem } from '../../src/sync/outbox-item';
import type { InstructionRow, RecordRow } from '../../src/storage/rows';
import { aSighting, testId } from '../support/sightings';

const NOW = Date.UTC(2026, 10, 24, 3, 0, 0);
const context: ViewContext = { nowMs: NOW, notBeforeMs: null, draftDays: 30 };
const id = testId();

const record = (caseState: CaseState | null, change: Partial<RecordRow> = {}): RecordRow => ({
  id,
  sighting: summaryOf(aSighting()),
  writtenAt: '2026-11-24T00:00:00.000Z',
  queuedAt: '2026-11-24T00:00:20.000Z',
  receiptNo: caseState === null ? null : 'M-2026-0001',
  receivedAt: caseState === null ? null : '2026-11-24T01:00:00.000Z',
  caseState,
  states: [],
  feedback: null,
  withdrawnAt: null,
  ...change,
});
const item = (change: Partial<OutboxItem> = {}): OutboxItem =>
  ({
    id,
    kind: 'sighting.submit',
    recordId: id,
    body: '{}',
    sealed: false,
    createdAt: '2026-11-24T00:00:20.000Z',
    after: null,
    order: 1,
    attempts: 0,
    status: 'waiting',
    attemptStartedAt: null,
    ...change,
  }) as OutboxItem;
const instruction = (
  template: InstructionRow['instruction']['template'],
  change: Partial<InstructionRow> = {},
) => ({
  id: testId(),
  recordId: id,
  instruction: {
    recordId: id,
    template,
    text: 'ご本人に、相談をすすめてください。',
    numbers: [],
    questions: [],
    requestNo: null,
    sentAt: '2026-11-24T02:00:00.000Z',
    retractedAt: null,
  },
  seenAt: null,
  startedAt: null,
  doneAt: null,
  ...change,
});
const rows = (change: Partial<RecordRows>): RecordRows => ({
  id,
  draft: null,
  record: null,
  outbox: [],
  instructions: [],
  actions: [],
  photos: [],
  ...change,
});
const word = (change: Partial<RecordRows>, with_: Partial<ViewContext> = {}) =>
  summarise(rows(change), { ...context, ...with_ }).state.status;

describe('the word of state', () => {
  it('is "saved on this phone" for a draft, with the day it will be gone', () => {
    const draft = {
      id,
      summary: { place: null, signs: [], urgency: null },
      locked: { iv: new Uint8Array(12), data: new ArrayBuffer(16) },
      createdAt: '2026-11-24T00:00:00.000Z',
      savedAt: '2026-11-24T00:00:00.000Z',
      sentAt: null,
      refused: null,
    };
    expect(summarise(rows({ draft }), context).state).toEqual({
      status: 'draft',
      savedAt: '2026-11-24T00:00:00.000Z',
      expiresAt: '2026-12-24T00:00:00.000Z',
    });
  });
  it('is waiting, sending while an attempt is fresh, and waiting again when the attempt is stale', () => {
    expect(word({ record: record(null), outbox: [item()] })).toBe('waiting');
    expect(word({ record: record(null), outbox: [item({ attemptStartedAt: NOW - 5_000 })] })).toBe('sending');
    expect(word({ record: record(null), outbox: [item({ attemptStartedAt: NOW - 999_000 })] })).toBe(
      'waiting',
    );
  });
  it.each([
    ['received', 'delivered'],
    ['reviewing', 'reviewed'],
    ['in_progress', 'reviewed'],
    ['closed', 'done'],
    ['merged', 'done'],
    ['withdrawn', 'withdrawn'],
  ] as const)('for a case in %s is %s', (state, expected) => {
    expect(word({ record: record(state) })).toBe(expected);
  });
  it('is "there is an instruction" until it is done, and not for one taken back', () => {
    expect(word({ record: record('instructed'), instructions: [instruction('T01')] })).toBe('instructed');
    expect(
      word({ record: record('in_progress'), instructions: [instruction('T01', { startedAt: 'x' })] }),
    ).toBe('instructed');
    expect(word({ record: record('in_progress'), instructions: [instruction('T01', { doneAt: 'x' })] })).toBe(
      'reviewed',
    );
    const retracted = instruction('T01');
    retracted.instruction.retractedAt = '2026-11-24T02:00:30.000Z';
    expect(word({ record: record('reviewing'), instructions: [retracted] })).toBe('reviewed');
  });
  it('asks nothing back for an instruction that needs no answer, once read', () => {
    expect(word({ record: record('instructed'), instructions: [instruction('T07')] })).toBe('instructed');
    expect(word({ record: record('instructed'), instructions: [instruction('T07', { seenAt: 'x' })] })).toBe(
      'reviewed',
    );
  });
  it.each([
    ['invalid-body', 'mend'],
    ['token-wrong', 'enrol-again'],
    ['same-id-other-bytes', 'call-secretariat'],
    ['record-unknown', 'send-again'],
  ] as const)('refused with %s offers exactly one button: %s', (problem, button) => {
    const refused = item({ status: 'refused', problem, refusedAt: NOW });
    expect(summarise(rows({ record: record(null), outbox: [refused] }), context).state).toEqual({
      status: 'refused',
      problem,
      button,
    });
  });
});

it('a photo that could not be taken is said, and can be offered again', () => {
  const photos = [{ status: 'refused' as const, problem: 'photo-unreadable' as const }];
  expect(summarise(rows({ record: record('received'), photos }), context).state).toEqual({
    status: 'refused',
    problem: 'photo-unreadable',
    button: 'send-again',
  });
});

describe('the timeline', () => {
  it('tells what happened in order, and marks what is still on this phone', () => {
    const done = testId();
    const told = detail(
      rows({
        record: record('closed', {
          states: [
            { state: 'received', at: '2026-11-24T01:00:00.000Z' },
            { state: 'reviewing', at: '2026-11-24T01:30:00.000Z' },
          ],
          feedback: { outcome: 'consulted', text: '相談につながりました', at: '2026-11-24T02:50:00.000Z' },
        }),
        instructions: [instruction('T01')],
        actions: [
          {
            id: done,
            recordId: id,
            at: '2026-11-24T02:10:00.000Z',
            kind: 'done',
            instructionId: 'i',
            done: ['gave_188'],
            wroteNote: false,
          },
        ],
        outbox: [item({ id: done, kind: 'instruction.done' })],
      }),
      context,
    );
    expect(told.timeline.map((entry) => entry.kind)).toEqual([
      'written',
      'queued',
      'received',
      'case-state',
      'instruction',
      'done',
      'feedback',
    ]);
    expect(told.timeline.filter((entry) => entry.waiting).map((entry) => entry.kind)).toEqual(['done']);
    expect(told.summary.operationsWaiting).toBe(1);
  });
  it('offers to withdraw until the secretariat has begun', () => {
    const may = (change: Partial<RecordRows>) => detail(rows(change), context).mayWithdraw;
    expect(may({ record: record(null), outbox: [item()] })).toBe(true);
    expect(may({ record: record('received') })).toBe(true);
    expect(may({ record: record('reviewing') })).toBe(false);
    expect(
      may({
        record: record('received'),
        actions: [{ id: testId(), recordId: id, at: 'x', kind: 'withdrawn' }],
      }),
    ).toBe(false);
  });
});
