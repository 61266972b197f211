// What makes the page scroll sideways, and what is cut off.
const faults = [];
const width = document.documentElement.clientWidth;
const across = document.scrollingElement.scrollWidth;
if (across > width + 1) faults.push(`the page is ${across} px wide in a window of ${width}`);

const scrolls = (element) => {
  for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
    if (["auto", "scroll"].includes(getComputedStyle(one).overflowX)) return one;
  }
  return null;
};
const holds = (element) => element.matches(".sse-table, .sse-table *") || element.closest("figure, [role=img], [role=region]");

for (const element of all("body *")) {
  if (element.closest("svg") && element.localName !== "svg") continue;
  if (!shown(element)) continue;
  const style = getComputedStyle(element);
  const scroller = scrolls(element);
  const box = element.getBoundingClientRect();
  if (scroller) {
    if (box.right > width + 1 && !holds(scroller)) faults.push(`${named(element)} is reached only by scrolling ${named(scroller)} sideways`);
    continue;
  }
  if (box.right > width + 1 || box.left < -1) faults.push(`${named(element)} reaches from ${box.left.toFixed(0)} to ${box.right.toFixed(0)} px in a window of ${width}`);
  const cutX = ["hidden", "clip"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
  const cutY = ["hidden", "clip"].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
  if ((cutX || cutY) && element.clientHeight > 2 && element.textContent.trim() && style.display !== "inline") {
    faults.push(`${named(element)} cuts off what it holds`);
  }
}
return [...new Set(faults)].slice(0, 12);
