// One case as the desk sees it, put together from the store. Reads only.
import type { CaseDetail } from '../../src/domain/desk-contract';
import { Refused } from '../refused';
import { listCaseEvents, listCaseRows } from '../store/case-rows';
import { readCase } from '../store/cases';
import { listInstructions } from '../store/instructions';
import { readMember } from '../store/networks';
import { listReports } from '../store/personal-reports';
import { readPhoto } from '../store/photos';
import type { Store } from '../store/ports';

/** @throws Refused not-found when this network has no such case */
export async function readDetail(
  store: Pick<Store, 'db' | 'searchKey'>,
  networkId: string,
  recordId: string,
): Promise<CaseDetail> {
  const { db } = store;
  const record = await readCase(db, networkId, recordId);
  const [row] = await listCaseRows(store, networkId, { recordId });
  if (record === null || row === undefined) throw new Refused('not-found');
  const photos: CaseDetail['photos'] = [];
  for (const { sha256 } of record.sighting?.photos ?? []) {
    const photo = await readPhoto(db, networkId, { memberId: record.memberId, sha256 });
    photos.push({ sha256, complete: photo?.complete ?? false });
  }
  return {
    row,
    sighting: record.sighting,
    member: await readMember(db, networkId, record.memberId),
    photos,
    instructions: await listInstructions(db, networkId, recordId),
    personalReports: await listReports(db, networkId, recordId),
    feedback: record.feedback,
    events: await listCaseEvents(db, networkId, recordId),
    mergedInto: record.mergedInto,
  };
}
