// Why a personal report is opened: chosen and written anew each time; nothing is filled in from before.
import { useState } from 'preact/hooks';
import { VIEW_PURPOSES, type ReportView } from '../../domain/desk-contract';
import { Field, tiedTo } from '../parts/Field';

export type Reason = ReportView;

const PURPOSE_WORDS: Record<ReportView['purpose'], string> = {
  consult: '消費生活相談の対応',
  police: '警察への連絡',
  welfare: '地域包括支援センター・福祉への引きつぎ',
  check: '内容の確認・訂正',
  disclosure: '本人からの開示の求め',
  other: 'そのほか',
};

interface ReportReasonProps {
  id: string;
  onOpen(reason: Reason): Promise<void>;
  onCancel(): void;
}

export function ReportReason({ id, onOpen, onCancel }: ReportReasonProps) {
  const [purpose, setPurpose] = useState<ReportView['purpose'] | ''>('');
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  const errors = {
    purpose: pressed && purpose === '' ? '何のために開くかを選んでください' : undefined,
    reason: pressed && reason.trim() === '' ? '開く理由を書いてください' : undefined,
  };

  async function submit(event: Event) {
    event.preventDefault();
    if (busy) return;
    setPressed(true);
    if (purpose === '') return document.getElementById(`purpose-${id}`)?.focus();
    if (reason.trim() === '') return document.getElementById(`reason-${id}`)?.focus();
    setBusy(true);
    await onOpen({ purpose, reason: reason.trim() });
    setBusy(false);
  }

  return (
    <form class="dk-panel" aria-label="開く理由" onSubmit={submit} noValidate>
      <Field id={`purpose-${id}`} label="何のために開くか" error={errors.purpose}>
        <select
          {...tiedTo(`purpose-${id}`, { error: errors.purpose })}
          class="dk-input"
          value={purpose}
          ref={(select) => {
            if (select !== null && !pressed && purpose === '' && reason === '') select.focus();
          }}
          onChange={(event) =>
            setPurpose(VIEW_PURPOSES.find((each) => each === event.currentTarget.value) ?? '')
          }
        >
          <option value="">選んでください</option>
          {VIEW_PURPOSES.map((each) => (
            <option key={each} value={each}>
              {PURPOSE_WORDS[each]}
            </option>
          ))}
        </select>
      </Field>
      <Field
        id={`reason-${id}`}
        label="理由"
        hint="あなたの名前・日時といっしょに監査の記録に残ります。個人の名前は書かないでください。200字まで。"
        error={errors.reason}
      >
        <input
          {...tiedTo(`reason-${id}`, { hint: true, error: errors.reason })}
          class="dk-input"
          maxLength={200}
          autocomplete="off"
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      <div class="dk-actions">
        <button class="dk-button dk-button--primary" type="submit" aria-busy={busy}>
          理由を残して開きます
        </button>
        <button class="dk-button" type="button" onClick={onCancel}>
          やめる
        </button>
      </div>
    </form>
  );
}
