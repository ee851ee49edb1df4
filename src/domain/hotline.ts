// 相談先: a number that the whole country shares. The checked entries are in src/content/hotlines.ts.

/** Words as shown on the screen; an empty `caveat` means there is none. */
export interface Hotline {
  id: string;
  label: string;
  number: string;
  /** whole link, e.g. `tel:%239110` */
  tel: string;
  to: string;
  hours: string;
  charge: string;
  caveat: string;
  when: string;
  source: string;
  /** YYYY-MM-DD */
  checkedOn: string;
}
