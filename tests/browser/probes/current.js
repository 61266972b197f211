// Links to where the reader is that differ from their neighbours by nothing but colour.
const SHOWS = ["fontWeight", "fontStyle", "textDecorationLine", "textDecorationThickness", "borderBottomStyle", "borderBottomWidth", "borderTopWidth", "borderInlineStartWidth", "outlineStyle"];
const look = (element) => {
  const parts = [getComputedStyle(element), getComputedStyle(element, "::before"), getComputedStyle(element, "::after")];
  return parts.map((style, i) => SHOWS.map((one) => style[one]).join(" ") + (i ? style.content : "")).join(" | ");
};
return all("[aria-current]").filter(shown).flatMap((element) => {
  const list = element.closest("ul, ol, nav");
  const others = list ? all(`${element.localName}:not([aria-current])`, list).filter(shown) : [];
  return others.length && others.every((other) => look(other) === look(element)) ? [`${named(element)} differs from the links beside it by colour alone`] : [];
});
