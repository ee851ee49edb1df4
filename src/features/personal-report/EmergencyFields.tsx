// 緊急の理由, which opens an urgent report, and its note.
import { EMERGENCY_REASONS, REPORT_LIMITS } from '../../domain/personal-report';
import { MISSING_WORDS } from '../../i18n/ja/personal-report';
import { ChoiceTiles } from '../../ui/ChoiceTiles';
import { TextField } from '../../ui/TextField';
import { choices, ticked, type ReportPart } from './report-part';

export function EmergencyFields({ answers, edit, missing, words }: ReportPart) {
  const fields = words.REPORT_FIELD_WORDS;
  return (
    <>
      <ChoiceTiles
        name="emergencyReasons"
        legend={fields.emergencyReasons.label}
        kind="checkbox"
        choices={choices(EMERGENCY_REASONS, words.EMERGENCY_REASON_WORDS)}
        chosen={answers.emergencyReasons}
        error={missing.includes('emergencyReasons') ? MISSING_WORDS.emergencyReasons : undefined}
        onChoose={(code, on) =>
          edit({ emergencyReasons: ticked(EMERGENCY_REASONS, answers.emergencyReasons, code, on) })
        }
      />
      {answers.emergencyReasons.length === 0 ? null : (
        <TextField
          id="emergencyNote"
          label={fields.emergencyNote.label}
          most={REPORT_LIMITS.emergencyNote}
          value={answers.emergencyNote ?? ''}
          onWrite={(emergencyNote) => edit({ emergencyNote }, 'typing')}
        />
      )}
    </>
  );
}
