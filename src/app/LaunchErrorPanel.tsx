// When the app cannot start: says so, says what to do, and keeps 188 in reach. Must import nothing that can fail.

/** @param what what could not be opened: the app as a whole, or one page of it */
export function LaunchErrorPanel({ what = 'アプリ' }: { what?: string }) {
  return (
    <section class="mm-panel" role="alert">
      <h1>{what}を開けませんでした</h1>
      <p>
        この端末に保存したものは、そのまま残っています。アプリを閉じて、もう一度開いてください。
        くり返すときは、端末を再起動するか、事務局に電話してください。
      </p>
      <button class="mm-primary" type="button" onClick={() => location.reload()}>
        もう一度開く
      </button>
      <p>
        急ぐときは、電話が使えます。
        <a href="tel:188">消費者ホットライン 188</a>
      </p>
    </section>
  );
}
