// What makes the page scroll sideways, and words that are cut off.
const faults = new Set();
const width = document.documentElement.clientWidth;
const across = document.scrollingElement.scrollWidth;
if (across > width + 1) faults.add(`the page is ${across} px wide in a window of ${width}`);

const MAY_SCROLL = ".sse-table, figure, [role=img], [role=region]";
const scrolls = (style) => ["auto", "scroll"].includes(style);
const cuts = (style) => ["hidden", "clip"].includes(style);

/** Says where a box that is in an element cannot be seen. */
const look = (box, element) => {
  for (let one = element; one && one !== document.documentElement; one = one.parentElement) {
    const style = getComputedStyle(one);
    const edge = one.getBoundingClientRect();
    const beside = box.left < edge.left - 1 || box.right > edge.right + 1;
    if (scrolls(style.overflowX) && one !== document.body) {
      if (beside && !one.matches(MAY_SCROLL)) faults.add(`${named(element)} is reached only by scrolling ${named(one)} sideways`);
      if (beside || scrolls(style.overflowY)) return;
    }
    const below = box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
    if ((beside && cuts(style.overflowX)) || (below && cuts(style.overflowY))) return void faults.add(`${named(one)} cuts off “${element.textContent.trim().slice(0, 40)}”`);
  }
  if (box.left < -1 || box.right > width + 1) faults.add(`${named(element)} reaches from ${box.left.toFixed(0)} to ${box.right.toFixed(0)} px in a window of ${width}`);
};

const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || element.closest("svg, script") || !shown(element)) continue;
  const range = document.createRange();
  range.selectNodeContents(walker.currentNode);
  for (const box of range.getClientRects()) if (box.width > 1) look(box, element);
}
for (const element of all(`${CONTROLS}, img, svg, table, video`)) if (shown(element) && !element.closest("svg svg, svg *")) look(element.getBoundingClientRect(), element.parentElement);
return [...faults].slice(0, 12);
