// 個人情報を含む報告 on the phone: opened by the gate only, kept encrypted while it is written, sealed to the network before it is
// queued. From then on this phone cannot read it any more; a refused one is written anew.
import * as z from 'zod/mini';
import {
  EMPTY_REPORT,
  finishReport,
  missingFromReport,
  reportAnswersSchema,
  reportGate,
  type ReportGate,
} from '../../domain/personal-report';
import type { PersonalReportService } from '../../services';
import { readRegistration } from '../../storage/device-store';
import { queueReport } from '../../storage/outbox-store';
import { deleteReportDraft, readReportDraft, reportName, writeReportDraft } from '../../storage/report-store';
import { holdLock } from '../../storage/web-lock';
import { localMinute, saving, type Phone } from './phone';
import { rowsOf, viewContext } from './record-rows';
import { isOpen, summarise } from './record-view';

export function personalReportService(phone: Phone): PersonalReportService {
  const { db } = phone;

  /** Asked again at 「送信する」: an instruction may have been taken back meanwhile. */
  async function gateOf(recordId: string): Promise<ReportGate | null> {
    const rows = await rowsOf(db, recordId);
    const { record } = rows;
    if (record === null || record.withdrawnAt !== null) return null;
    const ended = record.caseState === 'closed' || record.caseState === 'merged';
    const request = rows.instructions
      .filter(({ instruction }) => instruction.template === 'T02')
      .filter((row) => isOpen(row, record.caseState))
      .sort((a, b) => Date.parse(b.instruction.sentAt) - Date.parse(a.instruction.sentAt))[0];
    const { urgency } = summarise(rows, await viewContext(db, phone.now().getTime()));
    const open = request === undefined ? null : { id: request.id, requestNo: request.instruction.requestNo };
    return reportGate(open, ended ? null : urgency);
  }

  /** null also for a draft that this phone cannot open: the member begins anew, nothing was sent. */
  async function readDraft(recordId: string) {
    const row = await readReportDraft(db, recordId);
    if (row === null) return null;
    try {
      const plain = await phone.sealing.unlock(row.locked, reportName(recordId));
      const answers = z.parse(reportAnswersSchema, JSON.parse(new TextDecoder().decode(plain)));
      return { answers, savedAt: row.savedAt };
    } catch {
      return null;
    }
  }

  return {
    async open(recordId) {
      const registration = await readRegistration(db);
      if (registration?.network.sealingKey === undefined) return { status: 'not-enrolled' };
      const gate = await gateOf(recordId);
      if (gate === null) return { status: 'not-found' };
      if (gate.by === 'closed') return { status: 'closed' };
      const release = await holdLock(`mimamori-report:${recordId}`);
      if (release === null) return { status: 'held-elsewhere' };
      const draft = await readDraft(recordId);
      return { status: 'open', gate, release, ...(draft ?? { answers: EMPTY_REPORT, savedAt: null }) };
    },
    save: (recordId, answers) =>
      saving(phone, async () => {
        const plain = new TextEncoder().encode(JSON.stringify(answers));
        const locked = await phone.sealing.lock(plain, reportName(recordId));
        await writeReportDraft(db, { recordId, locked, savedAt: phone.now().toISOString() });
      }),
    remove: (recordId) => deleteReportDraft(db, recordId),
    async send(recordId, answers) {
      const now = phone.now();
      const key = (await readRegistration(db))?.network.sealingKey;
      const gate = await gateOf(recordId);
      if (key === undefined || gate === null || gate.by === 'closed') return { status: 'closed' };
      if (missingFromReport(answers, gate, localMinute(now)).length > 0) return { status: 'incomplete' };
      const report = finishReport(answers, {
        recordId,
        gate,
        finishedAt: now.toISOString(),
        appVersion: phone.appVersion,
        toInstant: (local) => new Date(local).toISOString(),
      });
      if (report === null) return { status: 'incomplete' };
      const operation = {
        id: phone.newId(),
        kind: 'personal-report.submit' as const,
        recordId,
        body: JSON.stringify(report),
        createdAt: now.toISOString(),
      };
      const instructionId = report.request?.instructionId ?? null;
      const saved = await saving(phone, () => queueReport(db, phone.sealing, operation, instructionId));
      if (saved.status !== 'saved') return saved;
      phone.wakeDelivery();
      return { status: 'queued' };
    },
  };
}
