// A page's file could not be fetched (no signal on the very first visit, or a release long gone).
// Offers one button and never reloads by itself: offline that would be a loop.

export function PageMissing() {
  return (
    <section class="mm-panel" role="alert">
      <h1>この画面をまだ開けません</h1>
      <p>
        電波のよい所で、一度開いてください。そのあとは、電波がなくても開けます。書いたものは残っています。
      </p>
      <button class="mm-primary" type="button" onClick={() => location.reload()}>
        もう一度開く
      </button>
    </section>
  );
}
