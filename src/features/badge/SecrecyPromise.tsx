// 秘密を守る約束: read and ticked before this phone is registered. The code that was read is kept meanwhile.
// It never ticks itself and never redeems without the tick.
import { useEffect, useRef, useState } from 'preact/hooks';
import * as words from '../../i18n/ja/badge';
import type { ContentService } from '../../services';
import { Button } from '../../ui/Button';
import { ChoiceTiles } from '../../ui/ChoiceTiles';

interface Props {
  text: ReturnType<ContentService['secrecy']>;
  onAccept: () => void;
}

export function SecrecyPromise({ text, onAccept }: Props) {
  const [isTicked, setIsTicked] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  function press() {
    if (isTicked) return onAccept();
    setIsAsked(true);
    document.getElementById('secrecy-accepted')?.focus();
  }

  return (
    <section class="badge-secrecy" aria-labelledby="badge-secrecy">
      <h2 id="badge-secrecy" tabIndex={-1} ref={heading}>
        {text.title}
      </h2>
      <p>{words.SECRECY_INTRO}</p>
      <ul>
        {text.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <h3>{words.SECRECY_LAW}</h3>
      <ul>
        {text.duty.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{words.SECRECY_PENALTY}</h3>
      <p>{text.penalty}</p>
      <p class="ui-hint">{text.caution}</p>
      <p class="ui-hint">{words.secrecySource(text.source, text.checkedOn)}</p>
      <ChoiceTiles
        name="secrecy"
        legend={words.SECRECY_BOX_LEGEND}
        error={isAsked && !isTicked ? words.SECRECY_MISSING : undefined}
        kind="checkbox"
        choices={[{ value: 'accepted', label: words.SECRECY_BOX }]}
        chosen={isTicked ? ['accepted'] : []}
        onChoose={(_accepted, on) => setIsTicked(on)}
      />
      <Button primary onPress={press}>
        {words.SECRECY_ACCEPT}
      </Button>
    </section>
  );
}
