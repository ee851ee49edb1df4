// The invitation on paper, shown once: A4, folded in the middle so that code and QR lie inside.
// Whoever holds the code can enrol, so it appears nowhere else and is gone when this closes.
import type { CreatedInvitation } from '../../domain/desk-contract';
import { groupInvitation } from '../../domain/ids';
import type { NetworkProfile } from '../../domain/network';
import { dayOf, dayWithYearWords } from '../desk-time';
import { QrCode } from './QrCode';

interface SlipProps {
  created: CreatedInvitation;
  network: NetworkProfile;
}

export function Slip({ created, network }: SlipProps) {
  const { invitation, code, link } = created;
  const groups = groupInvitation(code).split('-');
  const until = dayWithYearWords(dayOf(Date.parse(invitation.expiresAt)));
  return (
    <article class="dk-slip" aria-label="招待の紙">
      <div class="dk-slip__cover">
        <p class="dk-slip__network">
          {network.name}
          {network.demo && <span class="dk-demo">見本</span>}
        </p>
        <h2 class="dk-slip__title">みまもりノート 登録のご案内</h2>
        <p class="dk-slip__to">
          {invitation.organisation}
          <br />
          {invitation.memberName} さま
        </p>
        <p>ご本人だけが使える、1回かぎりの招待です。開いて、中の二次元コードを読み取ってください。</p>
        {network.secretariat !== null && (
          <p class="dk-slip__office">
            お問い合わせ: {network.secretariat.name} 電話 {network.secretariat.phone}（
            {network.secretariat.hours}）
          </p>
        )}
        <p class="dk-slip__fold">ここで内側に折ってください</p>
      </div>
      <div class="dk-slip__inside">
        <div class="dk-slip__code">
          <QrCode text={link} label="登録用の二次元コード" />
          <p class="dk-slip__label">招待コード（手で入れるとき）</p>
          <p class="dk-slip__typed">
            {groups.map((group, at) => (
              <span key={at}>
                {group}
                {at < groups.length - 1 && '-'}
              </span>
            ))}
          </p>
        </div>
        <div class="dk-slip__how">
          <h3 class="dk-h3">使い方</h3>
          <ol>
            <li>スマートフォンのカメラで、二次元コードを読み取ります。</li>
            <li>
              みまもりノートが開いたら、ホーム画面に追加します。
              <strong>
                iPhoneは、ホーム画面に追加してから、アプリの中で「構成員証を読み取る」を押して、もう一度読み取ってください。
              </strong>
            </li>
            <li>お名前と団体を確かめて、登録します。</li>
            <li>「ホーム」の「気づきを記録する」から使えます。</li>
          </ol>
          <p>カメラが使えないときは、「構成員証を読み取る」で招待コードを入れてください。</p>
          <ul class="dk-slip__rules">
            <li>
              期限: <strong>{until}まで</strong>
            </li>
            <li>使えるのは1回だけです。</li>
            <li>ほかの人にわたしたり、写真に撮って送ったりしないでください。</li>
            <li>登録が終わったら、この紙は細かく切って捨ててください。</li>
          </ul>
        </div>
      </div>
    </article>
  );
}
