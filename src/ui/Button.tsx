// Every button of the app, and links that look like one. Never disabled: a press is always answered.
import type { ComponentChildren } from 'preact';

type Kind = 'solid' | 'outline' | 'text' | 'danger';

interface Look {
  kind?: Kind;
  /** 64 px high and full width: the one main action of a screen */
  primary?: boolean;
  children: ComponentChildren;
}

const look = ({ kind = 'solid', primary = false }: Look) =>
  `ui-button ui-button-${kind}${primary ? ' ui-button-primary' : ''}`;

interface ButtonProps extends Look {
  onPress: () => void;
  /** something is going on; the button stays pressable, its owner ignores further presses */
  busy?: boolean;
  expanded?: boolean;
  controls?: string;
  id?: string;
  name?: string;
}

export function Button(props: ButtonProps) {
  return (
    <button
      type="button"
      id={props.id}
      class={look(props)}
      aria-busy={props.busy ? 'true' : undefined}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      aria-label={props.name}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}

interface LinkProps extends Look {
  href: string;
  name?: string;
}

export function ButtonLink(props: LinkProps) {
  return (
    <a class={look(props)} href={props.href} aria-label={props.name}>
      {props.children}
    </a>
  );
}
