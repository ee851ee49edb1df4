// An address that leads nowhere: one sentence and the way home.

export function NotFoundPage() {
  return (
    <section class="mm-panel">
      <h1>この画面は見つかりません</h1>
      <p>リンクが古いか、まちがっているようです。</p>
      <a class="mm-primary" href="/">
        ホームを開く
      </a>
    </section>
  );
}
