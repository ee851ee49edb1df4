// Signs as large tiles: what it is, and how heavy it weighs.
import type { SignEntry } from '../../domain/flow-sheet';
import { ChoiceTiles } from '../../ui/ChoiceTiles';
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
      }))}
      chosen={ticked}
      onChoose={onTick}
    />
  );
}
