// 「ホーム」: the one big button, what the secretariat asks, what still waits on this phone.
import type { Services } from '../../services';

export function HomePage(_props: { services: Services | null; now: () => Date }) {
  return (
    <>
      <h1>ホーム</h1>
      <a class="mm-primary" href="/sightings/new">
        気づきを記録する
      </a>
    </>
  );
}
