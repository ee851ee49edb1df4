// How heavy a sign weighs: word and icon, never colour alone.
import type { SignWeight } from '../../domain/flow-sheet';
import { WEIGHT_WORDS } from '../../i18n/ja/sighting';
import { Icon, type IconName } from '../../ui/Icon';

const ICONS: Record<SignWeight, IconName> = { emergency: 'warning', high: 'level3', medium: 'level2' };

export function WeightMark({ weight }: { weight: SignWeight }) {
  return (
    <span class={`ui-weight ui-weight-${weight}`}>
      <Icon icon={ICONS[weight]} />
      {WEIGHT_WORDS[weight]}
    </span>
  );
}
