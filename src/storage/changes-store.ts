// Applying what the secretariat told: all of a reply and the cursor in one transaction, each version once (laws 8, 9).
import * as z from 'zod/mini';
import { changeBodySchemas, type Change, type ChangeKind } from '../domain/sync-protocol';
import type { ChangesPort } from '../sync/ports';
import { withReopen, type PhoneDatabase } from './db';
import { nextWrite, readRound, replaceNetwork } from './device-store';
import { letDraftsGo } from './draft-store';
import { reopenRequest } from './report-store';
import type { ProblemCode } from '../domain/problem';

const isKnown = (kind: string): kind is ChangeKind => Object.hasOwn(changeBodySchemas, kind);

export function changesPort(db: PhoneDatabase, nowIso: () => string): ChangesPort {
  return {
    apply: (changes, cursor, epoch) =>
      withReopen(db, () =>
        db.transaction(
          'rw',
          [
            db.records,
            db.instructions,
            db.applied,
            db.device,
            db.quarantine,
            db.drafts,
            db.photos,
            db.outbox,
            db.actions,
          ],
          async () => {
            const round = await readRound(db);
            if (round.epoch !== null && round.epoch !== epoch) {
              // The secretariat's database was restored: versions may have gone back, so everything is asked for anew.
              await db.applied.clear();
              await db.device.put({ key: 'round', value: { ...round, cursor: null, epoch } });
              return;
            }
            for (const change of changes) await applyOne(db, change, nowIso());
            await letDraftsGo(db, openedBy(changes));
            await db.device.put({ key: 'round', value: { ...round, cursor, epoch } });
          },
        ),
      ),
  };
}

async function applyOne(db: PhoneDatabase, change: Change, atIso: string): Promise<void> {
  const key = `${change.kind}/${change.id}`;
  const applied = await db.applied.get(key);
  if (applied !== undefined && applied.version >= change.version) return;
  if (!isKnown(change.kind) || !(await take(db, change.kind, change, atIso))) {
    // Of a later version of the app: kept whole, so that the update can read it.
    await db.quarantine.add({ from: 'changes', at: atIso, row: change });
  }
  await db.applied.put({ key, version: change.version });
}

/** @returns false when the body is not of the shape this version knows */
async function take(
  db: PhoneDatabase,
  kind: ChangeKind,
  { id, body }: Change,
  atIso: string,
): Promise<boolean> {
  switch (kind) {
    case 'receipt': {
      const receipt = z.safeParse(changeBodySchemas.receipt, body);
      if (receipt.success) await db.records.update(id, receipt.data);
      return receipt.success;
    }
    case 'case-state': {
      const state = z.safeParse(changeBodySchemas['case-state'], body);
      if (!state.success) return false;
      await db.records
        .where('id')
        .equals(id)
        .modify((record) => {
          record.caseState = state.data.state;
          const { state: told, at } = state.data;
          if (!record.states.some((each) => each.state === told && each.at === at))
            record.states.push(state.data);
          if (state.data.state === 'withdrawn') record.withdrawnAt = state.data.at;
        });
      return true;
    }
    case 'instruction': {
      const instruction = z.safeParse(changeBodySchemas.instruction, body);
      if (!instruction.success) return false;
      const known = await db.instructions.get(id);
      await db.instructions.put({
        id,
        recordId: instruction.data.recordId,
        instruction: instruction.data,
        seenAt: known?.seenAt ?? null,
        startedAt: known?.startedAt ?? null,
        doneAt: known?.doneAt ?? null,
      });
      return true;
    }
    case 'feedback': {
      const feedback = z.safeParse(changeBodySchemas.feedback, body);
      if (!feedback.success) return false;
      const { recordId, outcome, text, sentAt } = feedback.data;
      await db.records.update(recordId, { feedback: { outcome, text, at: sentAt } });
      return true;
    }
    case 'refusal': {
      const refusal = z.safeParse(changeBodySchemas.refusal, body);
      if (refusal.success) await reopen(db, id, refusal.data.problem, atIso);
      return refusal.success;
    }
    case 'network-profile': {
      const network = z.safeParse(changeBodySchemas['network-profile'], body);
      if (network.success) await replaceNetwork(db, network.data);
      return network.success;
    }
  }
}

/** Records whose state was told: the secretariat has opened them. */
function openedBy(changes: readonly Change[]): string[] {
  const last = new Map<string, Change>();
  for (const change of changes)
    if (change.kind === 'case-state' || change.kind === 'refusal') last.set(change.id, change);
  return [...last.values()].filter(({ kind }) => kind === 'case-state').map(({ id }) => id);
}

/** What could not be opened: a sighting opens again for mending from its draft; anything else is told in the timeline. */
async function reopen(db: PhoneDatabase, id: string, problem: ProblemCode, atIso: string): Promise<void> {
  const draft = await db.drafts.get(id);
  const action = await db.actions.get(id);
  if (draft !== undefined && (await db.outbox.get(id)) === undefined) {
    await db.drafts.update(id, { refused: problem });
    await db.outbox.put({
      id,
      kind: 'sighting.submit',
      recordId: id,
      body: '',
      sealed: true,
      createdAt: draft.sentAt ?? atIso,
      after: null,
      order: await nextWrite(db),
      attempts: 1,
      status: 'refused',
      problem,
      refusedAt: Date.parse(atIso),
    });
  } else if (action !== undefined) {
    const { recordId } = action;
    await reopenRequest(db, id);
    await db.actions.put({ id: `${id}/refused`, recordId, at: atIso, kind: 'refused', problem });
  }
}
