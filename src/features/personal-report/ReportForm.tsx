// The form of a personal report. What the gate does not allow is not there; every text stands under its warning.
import { useState } from 'preact/hooks';
import { missingFromReport, reportShows, type ReportMissing } from '../../domain/personal-report';
import * as words from '../../i18n/ja/personal-report';
import { SAVE_AGAIN, storageTrouble } from '../../i18n/ja/storage-trouble';
import { clockTime } from '../../i18n/ja/time';
import type { PersonalReportService, Services } from '../../services';
import { Button } from '../../ui/Button';
import { EmergencyCall } from '../../ui/EmergencyCall';
import { InlineConfirm } from '../../ui/InlineConfirm';
import { Notice } from '../../ui/Notice';
import { BasisFields } from './BasisFields';
import { EmergencyFields } from './EmergencyFields';
import { SubjectFields } from './SubjectFields';
import { useReport } from './use-report';

export type OpenReport = Extract<Awaited<ReturnType<PersonalReportService['open']>>, { status: 'open' }>;

interface Props {
  services: Services;
  recordId: string;
  opened: OpenReport;
  now: () => Date;
  onQueued: () => void;
  /** the request was taken back meanwhile */
  onClosed: () => void;
  onRemoved: () => void;
}

/** As the service counts it: YYYY-MM-DDTHH:MM by the phone's clock. */
function localMinute(date: Date): string {
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** Where the cursor goes for something that is missing. */
const fieldOf = (missing: ReportMissing): string =>
  missing === 'subject' ? 'subjectName' : missing.replace(/-(future|shape|too-long)$/, '');

export function ReportForm({ services, recordId, opened, now, onQueued, onClosed, onRemoved }: Props) {
  const { gate } = opened;
  const { personalReports: reports, content } = services;
  const { answers, kept, edit, keeper } = useReport(reports, recordId, opened);
  const [pressed, setPressed] = useState(false);
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<'storage-full' | 'storage-unavailable' | null>(null);
  const shows = reportShows(answers, gate);
  const missing = pressed ? missingFromReport(answers, gate, localMinute(now())) : [];
  const broken =
    trouble ?? (kept.status === 'storage-full' || kept.status === 'storage-unavailable' ? kept.status : null);
  const part = { answers, edit, missing, words: content.words() };

  function goTo(target: ReportMissing) {
    const id = fieldOf(target);
    const field = document.getElementById(id);
    (field?.matches('fieldset') ? field.querySelector('input') : field)?.focus();
  }
  async function send() {
    if (sending) return;
    setPressed(true);
    setTrouble(null);
    const [first] = missingFromReport(keeper.current(), gate, localMinute(now()));
    if (first !== undefined) return goTo(first);
    setSending(true);
    await keeper.stop();
    const outcome = await reports
      .send(recordId, keeper.current())
      .catch(() => ({ status: 'storage-unavailable' }) as const);
    if (outcome.status === 'queued') return onQueued();
    setSending(false);
    keeper.goOn();
    if (outcome.status === 'closed') return onClosed();
    if (outcome.status !== 'incomplete') setTrouble(outcome.status);
  }
  async function remove() {
    await keeper.stop();
    await reports.remove(recordId);
    onRemoved();
  }

  return (
    <div class="report-form">
      {gate.by === 'request' ? <p class="report-request">{words.requestLine(gate.no)}</p> : null}
      <p>{words.EMERGENCY_FIRST}</p>
      <EmergencyCall />
      <p class="report-hint">{words.KEPT_PRIVATE}</p>
      {gate.by === 'emergency' ? (
        <>
          <p>{words.EMERGENCY_GATE}</p>
          <EmergencyFields {...part} />
        </>
      ) : null}
      {shows.rest ? (
        <>
          <BasisFields {...part} gate={gate} />
          {gate.by === 'request' && shows.emergencyReasons ? <EmergencyFields {...part} /> : null}
          <SubjectFields {...part} />
          {broken === null ? null : (
            <Notice kind="error" heading={storageTrouble(broken).heading} announce="alert">
              <p>{storageTrouble(broken).body}</p>
              <Button kind="outline" onPress={() => edit({})}>
                {SAVE_AGAIN}
              </Button>
            </Notice>
          )}
          {missing.length === 0 ? null : (
            <div class="report-missing" role="alert">
              <p>{words.MISSING_TITLE}</p>
              <ul>
                {missing.map((one) => (
                  <li key={one}>
                    <a
                      class="ui-link"
                      href={`#${fieldOf(one)}`}
                      onClick={(event) => {
                        event.preventDefault();
                        goTo(one);
                      }}
                    >
                      {words.MISSING_WORDS[one]}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <p role="status" class="report-kept">
            {kept.status === 'saved' ? `${words.SAVED_HERE} ${clockTime(kept.savedAt)}` : ''}
          </p>
          <Button primary busy={sending} onPress={() => void send()}>
            {sending ? words.REPORT_SENDING : words.REPORT_SEND}
          </Button>
        </>
      ) : null}
      {kept.status === 'untouched' ? null : (
        <InlineConfirm
          label={words.REPORT_REMOVE}
          question={words.REPORT_REMOVE_QUESTION}
          yes={words.REPORT_REMOVE_YES}
          no={words.REPORT_REMOVE_NO}
          onYes={() => void remove()}
        />
      )}
    </div>
  );
}
