// 「受付箱」 before the first case: what to do so that one can come.
export function InboxEmpty() {
  return (
    <div class="dk-empty">
      <p class="dk-empty__title">まだ気づきは届いていません。</p>
      <p>
        構成員に招待をわたすと、スマートフォンから気づきを送れるようになります。届くと、この画面に自動で出ます。
      </p>
      <a class="dk-button dk-button--primary" href="/desk/invitations">
        招待をつくる
      </a>
    </div>
  );
}
