// What a phone shows after the secretariat stopped it: plainly what happened, whom to call, and the sealed file of what had
// not been sent. It must never claim that something was kept which was not.
import { useState } from 'preact/hooks';
import * as words from '../../i18n/ja/rescue';
import { saveFile } from '../../platform/save-file';
import type { RescueFile, RescueService, WipedNote } from '../../services';
import { ButtonLink, Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { useWatch } from '../../ui/use-watch';

interface Props {
  note: WipedNote;
  rescue: RescueService;
  save?: (file: RescueFile) => void;
}

export function WipedPage({ note, rescue, save = ({ name, bytes }) => saveFile(name, bytes) }: Props) {
  const kept = useWatch(rescue.watchKept)?.value ?? null;
  const [isSaved, setIsSaved] = useState(false);
  const { secretariat } = note;
  return (
    <div class="wiped-page">
      <h1>{words.WIPED_TITLE}</h1>
      <p>{words.wipedWhat(note.network, note.at)}</p>
      {kept === null ? null : (
        <Notice kind="info" heading={words.RESCUE}>
          <p>{words.keptWhat(kept, kept.keptUntil)}</p>
          <Button
            primary
            onPress={() =>
              void rescue.readKept().then((file) => {
                if (file === null) return;
                save(file);
                setIsSaved(true);
              })
            }
          >
            {words.RESCUE_SAVE}
          </Button>
          <p role="status">{isSaved ? words.RESCUE_SAVED : ''}</p>
        </Notice>
      )}
      <p>{secretariat === null ? words.WIPED_NO_NUMBER : words.WIPED_WHOM}</p>
      {secretariat === null ? null : (
        <p>
          <ButtonLink href={`tel:${secretariat.phone.replaceAll('-', '')}`}>
            {words.callOffice(secretariat.name, secretariat.phone)}
          </ButtonLink>
          <br />
          {secretariat.hours}
        </p>
      )}
      <p>
        <ButtonLink kind="outline" href="/badge">
          {words.WIPED_AGAIN}
        </ButtonLink>
      </p>
    </div>
  );
}
