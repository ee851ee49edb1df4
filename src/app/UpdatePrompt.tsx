// 「新しい版があります」: offered, never forced, and never while something is being written (law 13).

interface Props {
  /** null: no new version waits */
  accept: (() => void) | null;
  path: string;
}

export function UpdatePrompt({ accept, path }: Props) {
  const isWriting = path === '/sightings/new';
  return (
    <div role="status">
      {accept !== null && !isWriting ? (
        <p class="mm-update">
          新しい版があります
          <button type="button" onClick={accept}>
            更新する
          </button>
        </p>
      ) : null}
    </div>
  );
}
