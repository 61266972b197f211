// Words that stand on other words.
const lines = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || element.closest("svg, script, option") || !shown(element)) continue;
  const range = document.createRange();
  range.selectNodeContents(walker.currentNode);
  for (const box of range.getClientRects()) if (box.width > 4) lines.push({ box, element, node: walker.currentNode });
}
lines.sort((one, other) => one.box.top - other.box.top);
const faults = new Set();
for (const [at, { box, element, node }] of lines.entries()) {
  for (let next = at + 1; next < lines.length && lines[next].box.top < box.bottom; next++) {
    const other = lines[next];
    if (other.node === node) continue;
    const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
    const down = Math.min(box.bottom, other.box.bottom) - other.box.top;
    if (across > 4 && down > 0.5 * Math.min(box.height, other.box.height)) faults.add(`${named(element)} stands on ${named(other.element)}`);
  }
}
return [...faults].slice(0, 12);
