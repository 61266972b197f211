// The numbers of the first of each kind of stop: where it stands and how it looks.
const first = new Map();
stops().forEach((one, number) => {
  const area = one.closest("header, nav, main, footer");
  const kind = [one.localName, one.className, area ? area.localName + area.className : "", getComputedStyle(one).display].join(" ");
  if (!first.has(kind) && one.getClientRects().length) first.set(kind, number);
});
return [...first.values()];
