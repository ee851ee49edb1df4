// An invitation just made: printed now or never. Used by 「招待」 and by 「構成員と端末」.
import type { CreatedInvitation } from '../../domain/desk-contract';
import { useDesk } from '../desk-context';
import { Icon } from '../parts/Icon';
import { Notice } from '../parts/Notice';
import { PageHeading } from '../parts/PageHeading';
import { Slip } from './Slip';

export function InvitationMade({ created, onClose }: { created: CreatedInvitation; onClose(): void }) {
  const { session, print } = useDesk();
  return (
    <>
      <div class="dk-noprint">
        <PageHeading>{created.invitation.memberName}の招待ができました</PageHeading>
        <Notice kind="late">
          この紙の二次元コードと招待コードは、いまだけ表示します。閉じる前に印刷してください。
        </Notice>
        <div class="dk-actions">
          <button class="dk-button dk-button--primary" type="button" onClick={print}>
            <Icon name="print" />
            印刷する
          </button>
          <button class="dk-button" type="button" onClick={onClose}>
            印刷したので閉じる
          </button>
        </div>
      </div>
      <Slip created={created} network={session.network} />
    </>
  );
}
