// The h1 of a page. Takes the focus when the page appears, so that keyboard and reader users know where they are.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface PageHeadingProps {
  /** false where something else takes the focus */
  takesFocus?: boolean;
  children: ComponentChildren;
}

export function PageHeading({ takesFocus = true, children }: PageHeadingProps) {
  const ref = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) ref.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <h1 class="dk-h1" ref={ref} tabIndex={-1}>
      {children}
    </h1>
  );
}
