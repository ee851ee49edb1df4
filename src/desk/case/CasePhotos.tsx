// Photos of a case: thumbnails that open in full size. A photo still on its way says so.
import { useState } from 'preact/hooks';
import { API } from '../../domain/api-paths';
import type { CaseDetail } from '../../domain/desk-contract';
import { Dialog } from '../parts/Dialog';
import { Icon } from '../parts/Icon';

interface CasePhotosProps {
  recordId: string;
  photos: CaseDetail['photos'];
}

export function CasePhotos({ recordId, photos }: CasePhotosProps) {
  const [open, setOpen] = useState<number | null>(null);
  if (photos.length === 0) return null;
  const opened = open === null ? undefined : photos[open];
  return (
    <section class="dk-card" aria-labelledby="photos-heading">
      <h2 class="dk-h2" id="photos-heading">
        写真（{photos.length}枚）
      </h2>
      <ul class="dk-thumbs">
        {photos.map((photo, at) => (
          <li key={photo.sha256}>
            {photo.complete ? (
              <Thumbnail
                src={API.deskPhoto(recordId, photo.sha256)}
                number={at + 1}
                onOpen={() => setOpen(at)}
              />
            ) : (
              <p class="dk-thumb dk-thumb--coming">
                <Icon name="photo" />
                写真は届いている途中です
              </p>
            )}
          </li>
        ))}
      </ul>
      {opened !== undefined && open !== null && (
        <Dialog labelledBy="photo-heading" class="dk-dialog--photo" onClose={() => setOpen(null)}>
          <h2 class="dk-h2" id="photo-heading">
            写真 {open + 1}枚目
          </h2>
          <img
            class="dk-photo"
            src={API.deskPhoto(recordId, opened.sha256)}
            alt={`構成員が送った写真 ${open + 1}枚目`}
          />
          <button class="dk-button dk-button--primary" type="button" onClick={() => setOpen(null)}>
            閉じる
          </button>
        </Dialog>
      )}
    </section>
  );
}

function Thumbnail({ src, number, onOpen }: { src: string; number: number; onOpen(): void }) {
  const [failed, setFailed] = useState(false);
  if (failed)
    return (
      <button class="dk-thumb dk-thumb--coming" type="button" onClick={() => setFailed(false)}>
        写真を読み込めませんでした。押すともう一度読み込みます
      </button>
    );
  return (
    <button class="dk-thumb" type="button" onClick={onOpen}>
      <img src={src} alt={`写真 ${number}枚目を大きく表示する`} onError={() => setFailed(true)} />
    </button>
  );
}
