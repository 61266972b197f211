// After a Tab: which stop has the focus (its number in the page, or -1), and what is wrong with how it shows.
const element = document.activeElement;
if (!element || element === document.body || element === document.documentElement) return { at: -1, name: "nothing", header: false, faults: [] };
/** The number of a stop; counted anew only when something new can be reached. */
const numberOf = (element) => {
  const numbers = (list) => new Map(list.map((one, i) => [one, i]));
  if (!window.stopNumbers || !window.stopNumbers.has(element)) window.stopNumbers = numbers(stops());
  return window.stopNumbers.has(element) ? window.stopNumbers.get(element) : -1;
};

const faults = [];
const fault = outlineFault(element);
if (fault) faults.push(fault);

const boxes = [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
const box = boxes[0];
if (!box || !shown(element)) {
  faults.push("has the focus and cannot be seen");
} else {
  const inWindow = boxes.some((one) => one.bottom > 1 && one.top < innerHeight - 1 && one.right > 1 && one.left < innerWidth - 1);
  if (!inWindow) faults.push("has the focus outside of the window");
  for (const [x, y] of [[box.left + 2, box.top + 2], [box.right - 2, box.bottom - 2], [box.left + box.width / 2, box.top + box.height / 2]]) {
    const order = document.elementsFromPoint(x, y);
    const above = order.find((one) => one !== element && !one.contains(element) && !element.contains(one));
    if (!above || order.indexOf(above) > order.findIndex((one) => one === element || element.contains(one))) continue;
    for (let one = above; one && !one.contains(element); one = one.parentElement) {
      if (["fixed", "sticky"].includes(getComputedStyle(one).position)) {
        faults.push(`is hidden behind ${named(one)} when it has the focus`);
        break;
      }
    }
  }
}
return {
  at: numberOf(element),
  extra: !element.matches(STOPS),
  name: named(element),
  header: Boolean(element.closest("header")),
  faults: [...new Set(faults)],
};
