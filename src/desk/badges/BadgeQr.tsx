// One badge's QR, at least 30 mm wide on paper: smaller ones are not read by older phones.
import { useEffect, useRef } from 'preact/hooks';
import { MEMBER_KIND_WORDS } from '../../content/case-words';
import type { BadgeRow } from '../../domain/badge';
import { useDesk } from '../desk-context';
import { QrCode } from '../invitations/QrCode';
import { Icon } from '../parts/Icon';

export function BadgeQr({ row, onClose }: { row: BadgeRow; onClose(): void }) {
  const { print } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [row.id]);
  return (
    <section class="dk-card dk-worn" aria-labelledby="badge-heading">
      <h2 class="dk-h2" id="badge-heading" tabIndex={-1} ref={heading}>
        {row.memberName}の構成員証
      </h2>
      <div class="dk-worn__qr">
        <QrCode text={row.link} label="構成員証の二次元コード" />
      </div>
      <p>
        {row.organisation}（{MEMBER_KIND_WORDS[row.kind].person}）
      </p>
      <p class="dk-hint">二次元コードは、たて・よこ30mm以上で印刷してください。</p>
      <div class="dk-actions dk-noprint">
        <button class="dk-button dk-button--primary" type="button" onClick={print}>
          <Icon name="print" />
          印刷する
        </button>
        <button class="dk-button" type="button" onClick={onClose}>
          閉じる
        </button>
      </div>
    </section>
  );
}
