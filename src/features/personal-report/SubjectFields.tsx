// だれのことか, and whether the own company's rules were asked. No field for an illness, and none may be added.
import { COMPANY_APPROVALS, REPORT_LIMITS } from '../../domain/personal-report';
import { LATER_HINT, MISSING_WORDS, NO_ILLNESS, SUBJECT_TITLE } from '../../i18n/ja/personal-report';
import { ChoiceTiles } from '../../ui/ChoiceTiles';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { choices, type ReportPart } from './report-part';

export function SubjectFields({ answers, edit, missing, words }: ReportPart) {
  const fields = words.REPORT_FIELD_WORDS;
  return (
    <>
      <h2>{SUBJECT_TITLE}</h2>
      <TextField
        id="subjectName"
        label={fields.subjectName.label}
        hint={fields.subjectName.hint}
        error={missing.includes('subject') ? MISSING_WORDS.subject : undefined}
        most={REPORT_LIMITS.subjectName}
        value={answers.subjectName ?? ''}
        onWrite={(subjectName) => edit({ subjectName }, 'typing')}
      />
      <TextField
        id="subjectAddress"
        label={fields.subjectAddress.label}
        most={REPORT_LIMITS.subjectAddress}
        value={answers.subjectAddress ?? ''}
        onWrite={(subjectAddress) => edit({ subjectAddress }, 'typing')}
      />
      <TextField
        id="subjectPhone"
        type="tel"
        label={fields.subjectPhone.label}
        hint={fields.subjectPhone.hint}
        error={missing.includes('subjectPhone-shape') ? MISSING_WORDS['subjectPhone-shape'] : undefined}
        most={REPORT_LIMITS.subjectPhone}
        value={answers.subjectPhone ?? ''}
        onWrite={(subjectPhone) => edit({ subjectPhone }, 'typing')}
      />
      <TextArea
        id="subjectOther"
        label={fields.subjectOther.label}
        hint={fields.subjectOther.hint}
        warning={NO_ILLNESS}
        most={REPORT_LIMITS.subjectOther}
        value={answers.subjectOther ?? ''}
        onWrite={(subjectOther) => edit({ subjectOther }, 'typing')}
      />
      <ChoiceTiles
        name="companyApproval"
        legend={fields.companyApproval.label}
        hint={fields.companyApproval.hint}
        kind="radio"
        choices={choices(COMPANY_APPROVALS, words.COMPANY_APPROVAL_WORDS)}
        chosen={answers.companyApproval === undefined ? [] : [answers.companyApproval]}
        error={missing.includes('companyApproval') ? MISSING_WORDS.companyApproval : undefined}
        onChoose={(companyApproval) => edit({ companyApproval })}
      />
      {answers.companyApproval === 'later' ? <p class="ui-hint">{LATER_HINT}</p> : null}
    </>
  );
}
