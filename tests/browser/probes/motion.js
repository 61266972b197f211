// What moves: `given` says how many milliseconds are allowed.
const seconds = (text) => Math.max(...text.split(",").map((one) => parseFloat(one) * (one.trim().endsWith("ms") ? 1 : 1000)));
const faults = new Set();
for (const element of all("*")) {
  for (const part of ["", "::before", "::after"]) {
    const style = getComputedStyle(element, part || null);
    if (style.animationName !== "none" && (seconds(style.animationDuration) > given || (given > 10 && style.animationIterationCount === "infinite"))) {
      faults.add(`${named(element)}${part} is animated: ${style.animationName}`);
    }
    if (given <= 10 && style.transitionProperty !== "none" && seconds(style.transitionDuration) + seconds(style.transitionDelay) > given) {
      faults.add(`${named(element)}${part} changes slowly: ${style.transitionDuration}`);
    }
    if (given <= 10 && style.scrollBehavior === "smooth") faults.add(`${named(element)}${part} scrolls smoothly`);
  }
}
for (const one of document.getAnimations()) {
  if (one.playState === "running" && one.effect.getComputedTiming().endTime > given) faults.add(`${named(one.effect.target)} is moving`);
}
return [...faults].slice(0, 12);
