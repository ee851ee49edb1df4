// 「写真」: only where the network allows them, only after 「人・名前・住所が写っていません」, at most three.
import { useEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../domain/flow-sheet';
import type { PhotoName } from '../../domain/sighting';
import {
  PHOTO_ADD,
  PHOTO_ADDING,
  PHOTO_LIMIT,
  PHOTO_NO_ROOM,
  PHOTO_PROMISE,
  PHOTO_PROMISE_FIRST,
  PHOTO_RULE,
  PHOTO_UNREADABLE,
  photoCount,
  photoName,
  photoRemove,
} from '../../i18n/ja/sighting-details';
import type { SightingService } from '../../services';
import { Button } from '../../ui/Button';
import { ChoiceTiles } from '../../ui/ChoiceTiles';
import { Notice } from '../../ui/Notice';
import type { DraftOnScreen } from './use-draft';

interface Props {
  draft: DraftOnScreen;
  sightings: SightingService;
  label: string;
}

export function PhotoField({ draft, sightings, label }: Props) {
  const [promised, setPromised] = useState(false);
  const [adding, setAdding] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const { photos, keeper, setPhotos } = draft;

  const add = async (file: Blob) => {
    setTrouble(null);
    setAdding(true);
    const outcome = await keeper
      .alone(async (newest) => {
        const added = await sightings.addPhoto(newest, file);
        // in the same turn: a save that waits behind must already know of the picture
        if (added.status === 'added') setPhotos(added.draft);
        return added;
      })
      .catch(() => ({ status: 'storage-full' as const }));
    setAdding(false);
    if (outcome.status !== 'added')
      setTrouble(outcome.status === 'not-a-picture' ? PHOTO_UNREADABLE : PHOTO_NO_ROOM);
  };
  const remove = async (sha256: string) => {
    setTrouble(null);
    await keeper.alone(async (newest) => setPhotos(await sightings.removePhoto(newest, sha256)));
  };
  const explain = () => {
    if (promised) setTrouble(PHOTO_LIMIT);
    else {
      setTrouble(PHOTO_PROMISE_FIRST);
      box.current?.querySelector<HTMLInputElement>('#photo-promise-yes')?.focus();
    }
  };
  const mayChoose = promised && photos.length < LIMITS.photos;

  return (
    <div class="sheet-group" ref={box}>
      <ChoiceTiles
        kind="checkbox"
        name="photo-promise"
        legend={label}
        hint={PHOTO_RULE}
        choices={[{ value: 'yes', label: PHOTO_PROMISE }]}
        chosen={promised ? ['yes'] : []}
        onChoose={(_value, on) => {
          setTrouble(null);
          setPromised(on);
        }}
      />
      {photos.length === 0 ? null : (
        <>
          <p>{photoCount(photos.length, LIMITS.photos)}</p>
          <ul class="sheet-photos">
            {photos.map((photo, index) => (
              <li key={photo.sha256}>
                <Thumbnail photo={photo} name={photoName(index + 1)} sightings={sightings} />
                <Button kind="text" name={photoRemove(index + 1)} onPress={() => void remove(photo.sha256)}>
                  {photoRemove(index + 1)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayChoose ? (
        <label class="ui-button ui-button-outline sheet-file">
          {PHOTO_ADD}
          <input
            type="file"
            class="ui-unseen"
            accept="image/*"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = '';
              if (file) void add(file);
            }}
          />
        </label>
      ) : (
        <Button kind="outline" onPress={explain}>
          {PHOTO_ADD}
        </Button>
      )}
      <p role="status">{adding ? PHOTO_ADDING : ''}</p>
      {trouble === null ? null : <Notice kind="warning" heading={trouble} level={3} announce="alert" />}
    </div>
  );
}

function Thumbnail({
  photo,
  name,
  sightings,
}: {
  photo: PhotoName;
  name: string;
  sightings: SightingService;
}) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    void sightings.readPhoto(photo.sha256).then((blob) => {
      if (blob === null || gone) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [photo.sha256, sightings]);
  return url === null ? <span>{name}</span> : <img src={url} alt={name} width="96" height="96" />;
}
