// axe in jsdom: names, roles, labels, headings. Colours and sizes need a real browser: tests/e2e and tests/ui/contrast.
import axe from 'axe-core';

/** Ids of broken rules with the elements concerned; empty when nothing is found. */
export async function findBarriers(root: Element): Promise<string[]> {
  const { violations } = await axe.run(root, {
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
  });
  return violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).join(' | ')}`);
}
