// What should not stand on paper, and links whose address does not.
const faults = [];
const CHROME = ".sse-skip, header nav, body > nav, .sse-trail, footer nav, [role=search], button, input, select, dialog, [data-search-open]";
for (const element of all(CHROME)) if (shown(element)) faults.push(`${named(element)} is printed`);
for (const link of all("main a[href^='http'], footer a[href^='http']")) {
  if (!shown(link) || link.textContent.includes(link.getAttribute("href").replace(/^https?:\/\//, "").replace(/\/$/, ""))) continue;
  if (!getComputedStyle(link, "::after").content.includes(link.getAttribute("href"))) faults.push(`${named(link)} does not print its address`);
}
for (const element of all("body *")) {
  if (!shown(element)) continue;
  const style = getComputedStyle(element);
  if (["fixed", "sticky"].includes(style.position)) faults.push(`${named(element)} would stand on every sheet`);
}
const text = document.querySelector("main p, main li, main dd, main h1");
const front = text && colour(getComputedStyle(text).color);
if (front && contrast(front, [255, 255, 255]) < 7) faults.push("the text is not dark enough for paper");
return [...new Set(faults)].slice(0, 12);
