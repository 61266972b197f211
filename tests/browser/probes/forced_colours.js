// What cannot be read or seen with the colours of the reader's system.
const faults = new Set();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || element.closest("script, style, svg") || !shown(element)) continue;
  const front = colour(getComputedStyle(element).color);
  const back = behind(element);
  if (!front || !back) continue;
  const found = contrast(over(front, back), back);
  if (found < 4.5) faults.add(`the text of ${named(element)} has a contrast of ${found.toFixed(2)}`);
}
for (const shape of all("svg :is(path, circle, rect, line, polyline, polygon, text)")) {
  const svg = shape.closest("svg");
  if (!shown(svg) || !shape.closest("a, button, [role=img]")) continue;
  const back = behind(svg.parentElement);
  const style = getComputedStyle(shape);
  const inks = [style.fill, style.stroke].map(colour).filter((one) => one && one[3] > 0);
  if (back && inks.length && inks.every((ink) => contrast(over(ink, back), back) < 3)) faults.add(`a shape of ${named(svg.closest("a, button, [role=img]"))} cannot be seen`);
}
return [...faults].slice(0, 12);
