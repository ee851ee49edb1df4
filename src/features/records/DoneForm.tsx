// 「対応しました」: what was done, several at once, and a word if one likes.
import { useRef, useState } from 'preact/hooks';
import { DONE_CODES, type DoneCode } from '../../domain/instruction';
import { DONE_LEGEND, DONE_MISSING, DONE_NOTE, DONE_SEND } from '../../i18n/ja/record';
import type { ContentService } from '../../services';
import { ChoiceTiles } from '../../ui/ChoiceTiles';
import { WrittenReply } from './WrittenReply';

interface Props {
  id: string;
  content: ContentService;
  onSend: (done: DoneCode[], note: string | null) => void;
  onStop: () => void;
}

export function DoneForm({ id, content, onSend, onStop }: Props) {
  const [done, setDone] = useState<DoneCode[]>([]);
  const [missing, setMissing] = useState(false);
  const tiles = useRef<HTMLDivElement>(null);
  const words = content.words().DONE_WORDS;
  return (
    <WrittenReply
      id={`${id}-note`}
      labels={[DONE_NOTE]}
      missing={null}
      send={DONE_SEND}
      check={() => {
        setMissing(done.length === 0);
        if (done.length === 0) tiles.current?.querySelector('input')?.focus();
        return done.length > 0;
      }}
      onSend={([note = '']) => onSend(done, note === '' ? null : note)}
      onStop={onStop}
    >
      <div ref={tiles}>
        <ChoiceTiles
          kind="checkbox"
          name={`${id}-done`}
          legend={DONE_LEGEND}
          error={missing ? DONE_MISSING : undefined}
          choices={DONE_CODES.map((value) => ({ value, label: words[value] }))}
          chosen={done}
          onChoose={(value, on) => {
            setMissing(false);
            setDone((before) => {
              const others = before.filter((code) => code !== value);
              return on ? [...others, value] : others;
            });
          }}
        />
      </div>
    </WrittenReply>
  );
}
