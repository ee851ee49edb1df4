// 「文字の大きさ」 and 「画面の色」: chosen with one touch, seen at once, kept on this phone.
import * as words from '../../i18n/ja/settings';
import type { PreferenceService, Preferences } from '../../services';
import { ChoiceTiles } from '../../ui/ChoiceTiles';
import type { Choice } from '../../ui/ChoiceTiles';
import { useWatch } from '../../ui/use-watch';
import { Part } from './Part';

const choicesOf = <T extends string>(labels: Record<T, string>): Choice<T>[] =>
  (Object.keys(labels) as T[]).map((value) => ({ value, label: labels[value] }));
const SIZES = choicesOf<Preferences['textSize']>(words.TEXT_SIZES);
const THEMES = choicesOf<Preferences['theme']>(words.THEMES);

export function LooksPart({ preferences }: { preferences: PreferenceService }) {
  const seen = useWatch(preferences.watch);
  if (seen === null) return null;
  const { textSize, theme } = seen.value;
  return (
    <>
      <Part id="text-size" title={words.TEXT_SIZE}>
        <ChoiceTiles
          name="text-size"
          legend={words.TEXT_SIZE}
          quietLegend
          kind="radio"
          choices={SIZES}
          chosen={[textSize]}
          onChoose={(value) => void preferences.set({ textSize: value })}
        />
      </Part>
      <Part id="theme" title={words.THEME}>
        <ChoiceTiles
          name="theme"
          legend={words.THEME}
          quietLegend
          kind="radio"
          choices={THEMES}
          chosen={[theme]}
          onChoose={(value) => void preferences.set({ theme: value })}
        />
      </Part>
    </>
  );
}
