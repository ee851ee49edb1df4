// この報告をする根拠, and the consent or why it cannot be asked. The articles of law are the office's concern, not the member's.
import {
  basesFor,
  CONSENT_SCOPES,
  REPORT_LIMITS,
  reportShows,
  type ReportGate,
} from '../../domain/personal-report';
import { MISSING_WORDS, NO_CONSENT_BY_CHOICE } from '../../i18n/ja/personal-report';
import { ChoiceTiles } from '../../ui/ChoiceTiles';
import { TextField } from '../../ui/TextField';
import { choices, ticked, type ReportPart } from './report-part';

export function BasisFields({ answers, edit, missing, words, gate }: ReportPart & { gate: ReportGate }) {
  const fields = words.REPORT_FIELD_WORDS;
  const shows = reportShows(answers, gate);
  const error = (code: 'basis' | 'consentDetail' | 'consentScope' | 'whyNoConsent') =>
    missing.includes(code) ? MISSING_WORDS[code] : undefined;
  const consentAt = missing.find((code) => code === 'consentAt' || code === 'consentAt-future');
  return (
    <>
      <ChoiceTiles
        name="basis"
        legend={fields.basis.label}
        kind="radio"
        choices={choices(basesFor(gate), words.BASIS_WORDS)}
        chosen={answers.basis === undefined ? [] : [answers.basis]}
        error={error('basis')}
        onChoose={(basis) => edit({ basis })}
      />
      {shows.whyNoConsent ? (
        <>
          <TextField
            id="whyNoConsent"
            label={fields.whyNoConsent.label}
            hint={fields.whyNoConsent.hint}
            error={error('whyNoConsent')}
            most={REPORT_LIMITS.whyNoConsent}
            value={answers.whyNoConsent ?? ''}
            onWrite={(whyNoConsent) => edit({ whyNoConsent }, 'typing')}
          />
          <p class="ui-hint">{NO_CONSENT_BY_CHOICE}</p>
        </>
      ) : null}
      {shows.consent ? (
        <>
          <ChoiceTiles
            name="consentDetail"
            legend={fields.consentDetail.label}
            kind="radio"
            short
            choices={choices(['oral', 'written'] as const, words.CONSENT_DETAIL_WORDS)}
            chosen={
              answers.consentDetail === 'oral' || answers.consentDetail === 'written'
                ? [answers.consentDetail]
                : []
            }
            error={error('consentDetail')}
            onChoose={(consentDetail) => edit({ consentDetail })}
          />
          <TextField
            id="consentAt"
            type="datetime-local"
            label={fields.consentAt.label}
            error={consentAt === undefined ? undefined : MISSING_WORDS[consentAt]}
            value={answers.consentAt ?? ''}
            onWrite={(value) => edit({ consentAt: value })}
          />
          <ChoiceTiles
            name="consentScope"
            legend={fields.consentScope.label}
            hint={fields.consentScope.hint}
            kind="checkbox"
            choices={choices(CONSENT_SCOPES, words.CONSENT_SCOPE_WORDS)}
            chosen={answers.consentScope}
            error={error('consentScope')}
            onChoose={(code, on) =>
              edit({ consentScope: ticked(CONSENT_SCOPES, answers.consentScope, code, on) })
            }
          />
        </>
      ) : null}
    </>
  );
}
