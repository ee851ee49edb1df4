// A question with tiles: real radio buttons or checkboxes in a fieldset. The whole row is the label, at least 56 px high.
import { Fragment, type ComponentChildren } from 'preact';

export interface Choice<T extends string> {
  value: T;
  label: string;
  /** icon and word at the end of the tile; part of its name */
  mark?: ComponentChildren;
  /** stands under the tile, outside its label */
  below?: ComponentChildren;
}

interface Props<T extends string> {
  /** unique on the page; the group's inputs are `${name}-${value}` */
  name: string;
  legend: string;
  /** shown in the legend, so that every screen reader reads it */
  hint?: string | undefined;
  error?: string | undefined;
  kind: 'radio' | 'checkbox';
  choices: readonly Choice<T>[];
  chosen: readonly T[];
  onChoose: (value: T, on: boolean) => void;
  /** two short tiles side by side where there is room */
  short?: boolean;
  /** the legend is read but not seen: a heading above says the same */
  quietLegend?: boolean;
}

export function ChoiceTiles<T extends string>(props: Props<T>) {
  const errorId = `${props.name}-error`;
  return (
    <fieldset class="ui-choices" id={props.name}>
      <legend class={props.quietLegend ? 'ui-legend ui-unseen' : 'ui-legend'}>
        <span class="ui-legend-text">{props.legend}</span>
        {props.hint === undefined ? null : <span class="ui-hint">{props.hint}</span>}
      </legend>
      {props.error === undefined ? null : (
        <p class="ui-error" id={errorId}>
          {props.error}
        </p>
      )}
      <div class={props.short ? 'ui-tiles ui-tiles-short' : 'ui-tiles'}>
        {props.choices.map((choice) => (
          <Fragment key={choice.value}>
            <label class="ui-tile">
              <input
                type={props.kind}
                class="ui-box"
                name={props.name}
                id={`${props.name}-${choice.value}`}
                value={choice.value}
                checked={props.chosen.includes(choice.value)}
                aria-describedby={props.error === undefined ? undefined : errorId}
                onChange={(event) => props.onChoose(choice.value, event.currentTarget.checked)}
              />
              <span class="ui-tile-text">
                {choice.label}
                {choice.mark}
              </span>
            </label>
            {choice.below}
          </Fragment>
        ))}
      </div>
    </fieldset>
  );
}
