// Controls that are too small to be hit: under 24 by 24, not in a sentence, with others too
// near, and no mark of a place in a drawing (WCAG 2.5.8).
const NEEDED = 24;

const boxOf = (element) => {
  const after = getComputedStyle(element, "::after");
  if (after.content !== "none" && after.position === "absolute") {
    let holder = element;
    while (holder.parentElement && getComputedStyle(holder).position === "static") holder = holder.parentElement;
    return holder.getBoundingClientRect();
  }
  const label = element.labels && element.labels[0];
  if (label && label.contains(element)) return label.getBoundingClientRect();
  const boxes = [...element.getClientRects(), ...all("img, svg", element).map((one) => one.getBoundingClientRect())];
  const left = Math.min(...boxes.map((one) => one.left));
  const top = Math.min(...boxes.map((one) => one.top));
  const right = Math.max(...boxes.map((one) => one.right));
  const bottom = Math.max(...boxes.map((one) => one.bottom));
  return { left, top, right, bottom, width: right - left, height: bottom - top };
};

const inSentence = (element) => {
  if (!getComputedStyle(element).display.startsWith("inline")) return false;
  let block = element.parentElement;
  while (getComputedStyle(block).display === "inline") block = block.parentElement;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (/\p{L}/u.test(text.data) && !text.parentElement.closest(CONTROLS) && shown(text.parentElement)) return true;
  }
  return false;
};

const targets = all(CONTROLS).filter((one) => !one.disabled && shown(one)).map((element) => ({ element, box: boxOf(element) }));
const small = targets.filter(({ box }) => box.width < NEEDED - 0.5 || box.height < NEEDED - 0.5);
const centre = (box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
const away = ([x, y], box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));

/** Whether where it stands is what it says, as on a map, and it only leads to words that stand on the page anyway. */
const marksPlace = (element) => {
  const href = element.getAttribute("href") || "";
  const words = href.startsWith("#") && document.getElementById(href.slice(1));
  return Boolean(element.closest("svg") && words && shown(words));
};

return small
  .filter((one) => !inSentence(one.element) && !marksPlace(one.element))
  .flatMap((one) => {
    const near = targets.find((other) => {
      if (other === one || other.element.contains(one.element) || one.element.contains(other.element)) return false;
      if (away(centre(one.box), other.box) < NEEDED / 2 - 0.5) return true;
      if (!small.includes(other)) return false;
      const [x, y] = centre(one.box);
      const [a, b] = centre(other.box);
      return Math.hypot(x - a, y - b) < NEEDED - 0.5;
    });
    const size = `${one.box.width.toFixed(0)} × ${one.box.height.toFixed(0)}`;
    return near ? [`${named(one.element)} is ${size} px, and ${named(near.element)} is too near`] : [];
  });
