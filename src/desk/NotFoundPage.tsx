// An address of the desk that leads nowhere.
import { PageHeading } from './parts/PageHeading';

export function NotFoundPage() {
  return (
    <>
      <PageHeading>この画面は見つかりません</PageHeading>
      <p>
        <a href="/desk">受付箱に戻る</a>
      </p>
    </>
  );
}
