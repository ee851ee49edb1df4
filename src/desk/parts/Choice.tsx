// A few radio buttons side by side under one legend.
interface ChoiceProps<T extends string> {
  legend: string;
  name: string;
  options: readonly (readonly [T, string])[];
  chosen: T;
  onChoose(value: T): void;
}

export function Choice<T extends string>({ legend, name, options, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset class="dk-fieldset">
      <legend class="dk-label">{legend}</legend>
      <div class="dk-radios dk-radios--row">
        {options.map(([value, words]) => (
          <label key={value} class="dk-check">
            <input type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
