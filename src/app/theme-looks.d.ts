// `theme.css?looks`: the part of the theme that only a chosen look needs (scripts/vite/resolved-tokens.ts).
declare module '*.css?looks';
