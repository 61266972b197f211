// Pictures that make the page jump, or load though nobody may scroll to them.
return all("img, iframe, video").flatMap((one) => {
  const faults = [];
  if (!one.getAttribute("width") || !one.getAttribute("height")) faults.push(`${named(one)} ${one.currentSrc} has no width and height`);
  const below = one.getBoundingClientRect().top + scrollY > innerHeight;
  if (below && one.getAttribute("loading") !== "lazy") faults.push(`${named(one)} ${one.currentSrc} is below the fold and not lazy`);
  return faults;
});
