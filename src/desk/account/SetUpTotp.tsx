// Setting up the second factor: the secret as QR and as letters, then one code to show that the app has it.
import type { TotpOffer, TotpSet } from '../../domain/desk-accounts';
import { QrCode } from '../invitations/QrCode';
import type { OfficeClient } from '../office-client';
import { CodeForm } from '../sign-in/CodeForm';

interface SetUpTotpProps {
  office: OfficeClient;
  offer: TotpOffer;
  onDone(set: TotpSet): void;
}

export function SetUpTotp({ office, offer, onDone }: SetUpTotpProps) {
  return (
    <>
      <ol class="dk-totp">
        <li>
          スマートフォンの認証アプリで、この二次元コードを読み取ってください。
          <QrCode text={offer.uri} label="認証アプリで読み取る二次元コード" />
        </li>
        <li>
          読み取れないときは、アプリの「手で入力」で、この文字を入れてください。
          <span class="dk-totp__secret">{(offer.secret.match(/.{1,4}/g) ?? []).join(' ')}</span>
        </li>
        <li>アプリに出た6桁を、ここに入れてください。</li>
      </ol>
      <CodeForm
        send={(code) => office.confirmTotp(code)}
        onDone={onDone}
        mayBeSpare={false}
        button="設定する"
      />
    </>
  );
}
