// Puts the first screen into one response: CSS and entry code of the member's page go into index.html itself.
//
// The trap this solves: lazy chunks import Preact and shared components from the entry chunk. If the entry is
// inlined, `import {a} from "./index-HASH.js"` in a lazy chunk would load a second Preact. So the inlined entry
// registers what it exported in `globalThis.__mm`, and every other chunk reads it from there.
// Must never run for a page whose chunks are used by another page too (the desk has a build of its own).
import type { Plugin, Rolldown } from 'vite';

const REGISTRY = 'globalThis.__mm';

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Applies edits from the end to the start, so that offsets stay true. */
function applyEdits(code: string, edits: Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
}

interface Named {
  type: string;
  name?: string;
  value?: unknown;
}
/** The name in `{ local as exported }`, an identifier or a string, as the key of an object. */
function nameOf(node: Named): string {
  return typeof node.name === 'string' ? node.name : JSON.stringify(node.value);
}

interface Node extends Named {
  start: number;
  end: number;
}
interface Specifier {
  type: string;
  imported?: Node;
  local: Node;
  exported?: Node;
}
interface Statement extends Node {
  source?: (Node & { value: string }) | null;
  specifiers?: Specifier[];
  declaration?: Node | null;
}

/** Visits every node below `root`. */
function walk(root: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(root)) root.forEach((child) => walk(child, visit));
  else if (typeof root === 'object' && root !== null) {
    if ('type' in root) visit(root as Node);
    Object.values(root).forEach((child) => walk(child, visit));
  }
}

/** `export{a as b}` of the entry → registration; relative dynamic imports → absolute ones. @throws on a form it does not know */
export function rewriteEntry(code: string, program: { body: unknown[] }, directory: string): string {
  const edits: Edit[] = [];
  for (const statement of program.body as Statement[]) {
    if (statement.type === 'ImportDeclaration' || statement.type === 'ExportAllDeclaration')
      throw new Error('the first screen must be one chunk, but its entry has a static import');
    if (statement.type === 'ExportDefaultDeclaration') throw new Error('the entry must not export default');
    if (statement.type !== 'ExportNamedDeclaration') continue;
    if (statement.declaration || statement.source) throw new Error('the entry exports in an unknown form');
    const names = (statement.specifiers ?? []).map((s) => `${nameOf(s.exported!)}:${nameOf(s.local)}`);
    edits.push({ start: statement.start, end: statement.end, text: `${REGISTRY}={${names.join(',')}};` });
  }
  walk(program.body, (node) => {
    const source = node.type === 'ImportExpression' ? (node as Statement).source : null;
    if (!source) return;
    const path = source.value;
    if (typeof path === 'string' && path.startsWith('./'))
      edits.push({
        start: source.start,
        end: source.end,
        text: JSON.stringify(`/${directory}${path.slice(2)}`),
      });
    else if (typeof path !== 'string' || !path.startsWith('/'))
      // Rolldown prints short specifiers as template literals.
      edits.push({
        start: source.start,
        end: source.end,
        text: code.slice(source.start, source.end).replace(/^([`'"])\.\//, `$1/${directory}`),
      });
  });
  return applyEdits(code, edits);
}

/** `import{a as b}from"./entry.js"` in a lazy chunk → reads the registry. @throws when it re-exports from the entry */
export function rewriteLazy(code: string, program: { body: unknown[] }, entryBase: string): string {
  const edits: Edit[] = [];
  for (const statement of program.body as Statement[]) {
    if (!statement.source || statement.source.value.split('/').pop() !== entryBase) continue;
    if (statement.type !== 'ImportDeclaration')
      throw new Error('a lazy chunk passes on exports of the inlined entry');
    const names = (statement.specifiers ?? []).map((specifier) => {
      if (specifier.type !== 'ImportSpecifier') throw new Error('a lazy chunk imports the entry as a whole');
      return `${nameOf(specifier.imported!)}:${nameOf(specifier.local)}`;
    });
    edits.push({
      start: statement.start,
      end: statement.end,
      text: names.length > 0 ? `const{${names.join(',')}}=${REGISTRY};` : '',
    });
  }
  return applyEdits(code, edits);
}

const isChunk = (file: Rolldown.OutputAsset | Rolldown.OutputChunk): file is Rolldown.OutputChunk =>
  file.type === 'chunk';

/** @param page name of the HTML file whose entry is inlined */
export function inlineFirstScreen(page: string): Plugin {
  return {
    name: 'mimamori:inline-first-screen',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const html = bundle[page];
        const chunks = Object.values(bundle).filter(isChunk);
        const entry = chunks.find((chunk) => chunk.isEntry);
        if (html?.type !== 'asset' || !entry) throw new Error(`no ${page} or no entry in the bundle`);
        const directory = entry.fileName.slice(0, entry.fileName.lastIndexOf('/') + 1);
        const entryBase = entry.fileName.slice(directory.length);

        for (const chunk of chunks)
          if (chunk !== entry) chunk.code = rewriteLazy(chunk.code, this.parse(chunk.code), entryBase);
        const script = rewriteEntry(entry.code, this.parse(entry.code), directory)
          .trim()
          .replace(/<\/(script)/gi, '<\\/$1');

        let text = String(html.source);
        const styles: string[] = [];
        text = text.replace(/\s*<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g, (_tag, name: string) => {
          const sheet = bundle[name];
          if (sheet?.type !== 'asset') throw new Error(`style sheet ${name} is not in the bundle`);
          styles.push(String(sheet.source).trim());
          // A lazy chunk may still name the sheet among its dependencies; then it must stay.
          const named = chunks.some((chunk) => chunk !== entry && chunk.code.includes(name));
          if (!named) delete bundle[name];
          return '';
        });
        text = text.replace(/\s*<script type="module"[^>]*src="[^"]*"[^>]*><\/script>/, '');
        if (text.includes('<script')) throw new Error('the page has a script that was not inlined');
        text = text.replace('</head>', () => `<style>${styles.join('')}</style></head>`);
        text = text.replace('</body>', () => `<script type="module">${script}</script></body>`);
        html.source = text.replace(/>\s*\n\s*</g, '><').trim();
        delete bundle[entry.fileName];
      },
    },
  };
}
