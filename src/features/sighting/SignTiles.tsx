// Signs as large tiles: what it is, and how heavy it weighs.
import type { SignEntry } from '../../domain/flow-sheet';
import { ChoiceTiles } from '../../ui/ChoiceTiles';
import { EmergencyCall } from '../../ui/EmergencyCall';
import { WeightMark } from './WeightMark';

interface Props {
  name: string;
  legend: string;
  hint?: string;
  signs: readonly SignEntry[];
  ticked: readonly string[];
  onTick: (id: string, on: boolean) => void;
}

export function SignTiles({ name, legend, hint, signs, ticked, onTick }: Props) {
  return (
    <ChoiceTiles
      kind="checkbox"
      name={name}
      legend={legend}
      hint={hint}
      choices={signs.map((sign) => ({
        value: sign.id,
        label: sign.label,
        mark: <WeightMark weight={sign.weight} />,
        below: sign.weight === 'emergency' && ticked.includes(sign.id) ? <CallHere /> : null,
      }))}
      chosen={ticked}
      onChoose={onTick}
    />
  );
}

/** Where there is no room for the bar to stick (large letters, a low screen), 110 and 119 stand under the sign itself. */
const CallHere = () => (
  <div class="sheet-call-here">
    <EmergencyCall within />
  </div>
);
