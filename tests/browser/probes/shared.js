// What every probe may use. A probe is the body of a function that gets `given`.

const CONTROLS = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]";
const STOPS = `${CONTROLS}, [tabindex], [contenteditable]`;

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

/** Whether it, or what it stands in, is there for screen readers only. */
const forEars = (element) => {
  if (!element) return false;
  if (!forEars.known.has(element)) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const cut = style.overflow !== "visible" || style.clipPath !== "none" || style.clip !== "auto";
    const tiny = cut && style.position === "absolute" && box.width <= 2 && box.height <= 2;
    const away = style.clipPath === "inset(50%)" || style.clip === "rect(0px, 0px, 0px, 0px)";
    forEars.known.set(element, tiny || away || forEars(element.parentElement));
  }
  return forEars.known.get(element);
};
forEars.known = new Map();

/** Whether a reader with eyes can see it: it takes room, and is not one of the texts for screen readers only. */
const shown = (element) => {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false;
  if (forEars(element)) return false;
  return [...element.getClientRects()].some((box) => box.width > 0 && box.height > 0);
};

/** Waits until what moves has moved, a second at most. */
const settled = () =>
  Promise.race([
    Promise.allSettled(document.getAnimations().map((one) => one.finished)),
    new Promise((done) => setTimeout(done, 1000)),
  ]);

/** How a message names an element. */
const named = (element) => {
  if (!element || element === document.body || element === document.documentElement) return "nothing";
  const words = (element.getAttribute("aria-label") || element.textContent || "").replace(/\s+/g, " ").trim().slice(0, 40);
  const classes = [...element.classList].map((one) => `.${one}`).join("");
  const parent = element.closest("[class*=sse-]:not(:scope)") || element.parentElement;
  const inside = parent && parent !== element && parent !== document.body ? ` in ${parent.localName}${parent.classList.length ? "." + parent.classList[0] : ""}` : "";
  return `${element.localName}${element.id ? "#" + element.id : ""}${classes} “${words}”${inside}`;
};

/** What the Tab key should stop at, in the order of the page. */
const stops = () =>
  all(STOPS).filter((one) => {
    if (one.tabIndex < 0 || one.disabled || one.closest("[inert]") || !one.checkVisibility({ visibilityProperty: true })) return false;
    if (one.closest("details:not([open])") && !one.matches("details > summary")) return false;
    if (one.type === "radio" && one.name && !one.checked) {
      const group = all(`input[type=radio][name="${CSS.escape(one.name)}"]`);
      return !group.some((other) => other.checked) && group[0] === one;
    }
    return true;
  });

const colour = (text) => {
  const found = text.match(/^rgba?\(([^)]+)\)$/) || text.match(/^color\(srgb ([^)]+)\)$/);
  if (!found) return null;
  const parts = found[1].split(/[\s,/]+/).filter(Boolean).map(Number);
  const scale = text.startsWith("color(") ? 255 : 1;
  return [parts[0] * scale, parts[1] * scale, parts[2] * scale, parts.length > 3 ? parts[3] : 1];
};

const over = (front, back) => [0, 1, 2].map((i) => front[i] * front[3] + back[i] * (1 - front[3])).concat(1);

/** The colour behind an element, or null where a picture or a gradient is. */
const behind = (element) => {
  const layers = [];
  for (let one = element; one; one = one.parentElement) {
    const style = getComputedStyle(one);
    if (style.backgroundImage !== "none") return null;
    const found = colour(style.backgroundColor);
    if (!found) return null;
    if (found[3] > 0) layers.push(found);
    if (found[3] === 1) break;
  }
  return layers.reverse().reduce((back, front) => over(front, back), ground());
};

/** The colour of a page that sets none. */
const ground = () => {
  if (!ground.known) {
    const canvas = document.createElement("div");
    canvas.style.backgroundColor = "Canvas";
    document.body.append(canvas);
    ground.known = colour(getComputedStyle(canvas).backgroundColor);
    canvas.remove();
  }
  return ground.known;
};

const light = (rgb) => {
  const [r, g, b] = rgb.slice(0, 3).map((one) => {
    const part = one / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast of two colours as WCAG counts it, 1 to 21. */
const contrast = (one, other) => {
  const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

/** What is wrong with the outline that shows where the focus is, or nothing. */
const outlineFault = (element) => {
  const style = getComputedStyle(element);
  const width = parseFloat(style.outlineWidth);
  if (style.outlineStyle === "none" || width === 0) return "has no outline when it has the focus";
  if (style.outlineStyle === "auto") return null;
  if (width < 2) return `has an outline of only ${style.outlineWidth}`;
  const back = behind(parseFloat(style.outlineOffset) >= 0 && element.parentElement ? element.parentElement : element);
  const front = colour(style.outlineColor);
  if (!back || !front) return null;
  const found = contrast(over(front, back), back);
  return found < 3 ? `has an outline with a contrast of only ${found.toFixed(2)}` : null;
};
