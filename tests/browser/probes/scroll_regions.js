// Regions that scroll must be reachable by keyboard and have a name.
return all("body *")
  .filter((one) => shown(one) && ["auto", "scroll"].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1)
  .filter((one) => one.tabIndex < 0 || !(one.getAttribute("aria-label") || one.getAttribute("aria-labelledby")))
  .map((one) => `${named(one)} scrolls sideways, but has no name or no place in the order of the Tab key`);
