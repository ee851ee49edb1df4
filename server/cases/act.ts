// What an officer does with a case: state, event, audit row and what the member's phone is told, in one transaction.
// Moves only along the transitions of case-state.ts. Refuses with a code when somebody else was faster.
import type { CaseAction } from '../../src/domain/desk-contract';
import { writeAudit } from '../audit';
import { Refused } from '../refused';
import { requireRole, type DeskCaller } from '../routes/desk-guard';
import { readCase } from '../store/cases';
import type { Store, Writing } from '../store/ports';
import { actions, type ActionOf, type Acting } from './actions';

/** @throws Refused not-allowed, not-found, case-moved, transition-not-allowed, feedback-missing, invalid-body */
export async function act(
  store: Store,
  caller: DeskCaller,
  recordId: string,
  action: CaseAction,
): Promise<void> {
  requireRole(caller, `actOnCase.${action.kind}`);
  await store.write(caller.networkId, async (writing) => {
    const record = await readCase(writing.db, writing.networkId, recordId);
    if (record === null) throw new Refused('not-found');
    if (await wasDone(writing, recordId, action.requestId)) return;
    if (action.version !== record.version) throw new Refused('case-moved');
    await run({ writing, record, officer: caller.officer }, action);
    await writing.db
      .insertInto('desk_requests')
      .values({
        request_id: action.requestId,
        network_id: writing.networkId,
        record_id: recordId,
        officer_id: caller.officer.id,
        at: writing.at,
      })
      .execute();
    await writeAudit(writing, { kind: 'officer', id: caller.officer.id }, `case:${action.kind}`, recordId);
  });
}

function run<K extends CaseAction['kind']>(acting: Acting, action: ActionOf<K>): Promise<void> {
  const handle = actions[action.kind];
  return handle(acting, action);
}

/** The same click again is answered like the first time. @throws Refused when the id was used for another case */
async function wasDone(writing: Writing, recordId: string, requestId: string): Promise<boolean> {
  const before = await writing.db
    .selectFrom('desk_requests')
    .select(['record_id', 'network_id'])
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  if (before === undefined) return false;
  if (before.record_id !== recordId || before.network_id !== writing.networkId)
    throw new Refused('invalid-body', ['requestId']);
  return true;
}
